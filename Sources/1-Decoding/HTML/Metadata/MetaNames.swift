import Matching

/// What a page may say of the piece.
enum PageField: String, Sendable {
  case title
  case source
  case author
  case published
  case url
  case saved
}

/// The names under which pages say it.
struct MetaNames: Sendable {
  private let meanings: Lexicon<(PageField, rank: Int)>

  static let builtIn = MetaNames(LexiconFile(PackageResources.meta_names_txt))

  private init(_ file: LexiconFile) {
    meanings = Lexicon(
      file.entries.enumerated().compactMap { rank, entry in
        guard let field = entry.last.flatMap(PageField.init) else { return nil }
        return (entry[0], (field, rank))
      })
  }

  /// The field a name stands for and its rank, lower is better; nil for other names.
  func meaning(_ name: some Sequence<UInt8>) -> (PageField, rank: Int)? {
    let word = name.filter { !isBlank($0) }.map { Unicode.Scalar(lowercased($0)) }
    return meanings.value(of: word, in: 0..<word.count)
  }
}
