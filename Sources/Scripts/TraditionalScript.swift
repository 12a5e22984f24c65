import Matching

/// OpenCC's tables from Traditional to Simplified script.
package enum TraditionalScript {
  /// A text in Simplified script, by phrases before characters; as long as the text itself.
  package static func simplified(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var simple: [Unicode.Scalar] = []
    simple.reserveCapacity(text.count)
    while simple.count < text.count {
      if let phrase = phrases.longestMatch(in: text, at: simple.count) {
        simple.append(contentsOf: phrase.value)
      } else {
        simple.append(simplified(text[simple.count]))
      }
    }
    return simple
  }

  /// Phrases whose characters do not follow the character table, each as long in both scripts.
  private static let phrases = Lexicon<[Unicode.Scalar]>(
    (LexiconFile(PackageResources.traditional_phrases_txt).entries
      + LexiconFile(PackageResources.script_exceptions_txt).entries)
      .filter { $0.count > 1 }
      .map { ($0[0], Array($0[1].unicodeScalars)) })

  /// The Simplified form of a character.
  package static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard range.contains(scalar.value) else { return scalar }
    let value = table[Int(scalar.value - range.lowerBound)]
    return value == 0 ? scalar : Unicode.Scalar(value) ?? scalar
  }

  /// Whether restoring may have put `scalar` in the place of `printed`: its Simplified form alone
  /// or in one of the phrases.
  package static func mayBecome(_ scalar: Unicode.Scalar, from printed: Unicode.Scalar) -> Bool {
    scalar == printed || scalar == simplified(printed)
      || phraseForms[printed]?.contains(scalar) == true
  }

  private static let phraseForms: [Unicode.Scalar: Set<Unicode.Scalar>] = {
    var forms: [Unicode.Scalar: Set<Unicode.Scalar>] = [:]
    for entry in LexiconFile(PackageResources.traditional_phrases_txt).entries where entry.count > 1
    {
      for (printed, scalar) in zip(entry[0].unicodeScalars, entry[1].unicodeScalars) {
        forms[printed, default: []].insert(scalar)
      }
    }
    return forms
  }()

  /// Whether a character is used in Traditional script only.
  package static func marks(_ scalar: Unicode.Scalar) -> Bool {
    simplified(scalar) != scalar && !usedInBoth.contains(scalar)
  }

  /// Characters that Simplified pages print too, in names and some words.
  private static let usedInBoth = Set("乾於著藉瞭徵覆餘夥麽麼藉鍾喆甯濛捨昇閒並唸堃淼锺".unicodeScalars)

  private static let range: ClosedRange<UInt32> = 0x3400...0x9FFF

  private static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: range.count)
    let halves = [PackageResources.traditional_first_txt, PackageResources.traditional_second_txt]
    for pairs in halves.flatMap({ LexiconFile($0).words }) {
      let scalars = Array(pairs.unicodeScalars)
      for index in stride(from: 0, to: scalars.count - 1, by: 2)
      where range.contains(scalars[index].value) {
        table[Int(scalars[index].value - range.lowerBound)] = UInt16(scalars[index + 1].value)
      }
    }
    return table
  }()
}
