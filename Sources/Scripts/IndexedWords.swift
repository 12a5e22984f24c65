/// The words of one article as the full-text indexes take them.
package struct IndexedWords {
  /// The characters of its headlines.
  package let title: String
  /// The characters of its text.
  package let text: String
  /// The pairs of all parts, and once more, marked, those in the sentences of its facts.
  package let pairs: String

  /// Folds an article.
  ///
  /// - Parameters:
  ///   - titles: its headlines.
  ///   - text: its body.
  ///   - sentences: those of its facts, in any order; repeats do not count.
  package init(titles: [String], text: String, sentences: some Sequence<String>) {
    let titles = titles.map { FoldedText.fold($0.unicodeScalars) }
    let text = FoldedText.fold(text.unicodeScalars)
    // A token that no text has keeps the two from making a phrase together.
    self.title = titles.map(FoldedText.tokens(ofFolded:)).joined(separator: " z0 ")
    self.text = FoldedText.tokens(ofFolded: text)
    let pairs = CharacterPairs(titles + [text])
    let inSentences = CharacterPairs(Set(sentences).map { FoldedText.fold($0.unicodeScalars) })
    self.pairs = pairs.tokens() + " " + inSentences.tokens(marked: CharacterPairs.inSentences)
  }
}
