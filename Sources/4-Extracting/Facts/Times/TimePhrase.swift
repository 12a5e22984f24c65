/// Words that date what a sentence says.
struct TimePhrase: Hashable, Sendable {
  /// How far the words reach.
  enum Reach: Sendable {
    /// To the end of the sentence, and on into sentences that carry on from it.
    case sentence
    /// To the end of their own clause: 于2008年底投入使用，….
    case clause
    /// Nowhere: 比2016年, 2020年的计划.
    case none
  }

  /// Where the words stand.
  let range: Range<Int>
  /// How far they reach.
  let reach: Reach
}
