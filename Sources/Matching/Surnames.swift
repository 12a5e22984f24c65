/// Chinese surnames.
package enum Surnames {
  /// The surnames that running text may be searched for, single and compound.
  package static let common = WordSet(words: entries.filter { $0.count == 1 }.map { $0[0] })

  /// The surnames of two characters.
  package static let compound = WordSet(
    words: entries.map { $0[0] }.filter { $0.unicodeScalars.count == 2 })

  /// The surnames of one character, rare ones too: for credits, where a name must stand.
  package static let firstCharacters = Set(
    entries.filter { $0[0].unicodeScalars.count == 1 }.compactMap(\.[0].unicodeScalars.first))

  private static let entries = LexiconFile(PackageResources.surnames_txt).entries
}
