import Matching
import Model

/// Reads the region out of the names that pages give their elements.
struct RegionNames: Sendable {
  private struct Meaning {
    let region: Markup.Region
    /// Whether a word of the piece beside it outweighs it.
    let isWeak: Bool
  }

  private let meanings: Lexicon<Meaning>
  private let wordsOfPieces: WordSet

  static let builtIn = RegionNames(LexiconFile(PackageResources.region_names_txt))

  private init(_ file: LexiconFile) {
    meanings = Lexicon(
      file.entries.compactMap { entry in
        guard entry.count > 1, let region = Markup.Region(rawValue: entry[1]) else { return nil }
        return (entry[0], Meaning(region: region, isWeak: entry.count > 2))
      })
    wordsOfPieces = WordSet(
      words: file.entries.filter { $0.count > 1 && $0[1] == "piece" }.map { $0[0] })
  }

  /// The region that `class`, `id` or `role` declare; nil for none.
  ///
  /// `article-header` and `news_footer` belong to the piece, `news_share` does not.
  func region(of names: some Sequence<UInt8>) -> Markup.Region? {
    var weak: Markup.Region?
    var isOfPiece = false
    for word in Self.words(of: names) {
      isOfPiece = isOfPiece || wordsOfPieces.value(of: word, in: 0..<word.count) != nil
      guard let meaning = meanings.value(of: word, in: 0..<word.count) else { continue }
      if !meaning.isWeak { return meaning.region }
      weak = weak ?? meaning.region
    }
    return isOfPiece ? nil : weak
  }

  /// `pageNav2 share-box` has the words page, nav, share, box.
  private static func words(of names: some Sequence<UInt8>) -> [[Unicode.Scalar]] {
    var words: [[Unicode.Scalar]] = [[]]
    var wasLower = false
    for byte in names {
      let isUpper = (0x41...0x5A).contains(byte)
      if !isLetter(byte) || isUpper && wasLower, words.last?.isEmpty == false { words.append([]) }
      if isLetter(byte) { words[words.count - 1].append(Unicode.Scalar(lowercased(byte))) }
      wasLower = isLetter(byte) && !isUpper
    }
    return words.filter { !$0.isEmpty }
  }
}
