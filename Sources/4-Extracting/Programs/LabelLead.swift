import Matching
import Model

/// What stands before a label: the verb that introduces it, or its class (微信公众号“…”).
struct LabelLead {
  /// Where the label starts.
  let end: Int
  /// What the verb says.
  private(set) var cue: ProgramLexicon.Cue?
  /// Whether the verb is one of holding an event.
  private(set) var isEvent = false
  /// The class that a noun right before the label gives.
  private(set) var head: ProgramLexicon.Head?
  /// The start of a noun right before the label that may belong to its name.
  private(set) var modifier: Int?

  private static let eventVerbs = WordSet(words: ["开展", "举办", "举行", "参加", "上演", "发起", "举办了", "开展了"])

  /// Reads the words before a label.
  init(before label: Label, in passage: Passage) {
    end = label.range.lowerBound
    guard end > 0 else { return }
    var start = passage.runStart[end - 1]
    if start >= end || end - start > 10 { start = end }
    if start < end {
      head = ProgramLexicon.heads.longestMatch(in: passage.text, endingAt: end, from: start)?.value
      if let place = passage.place(endingAt: end), place.span.start <= start { start = end }
      if start < end { modifier = start }
    }
    readCue(before: start, in: passage)
  }

  private mutating func readCue(before index: Int, in passage: Passage) {
    var end = index
    while end > 0, ["了", "出", "以", "全", "新"].contains(passage.text[end - 1]), end == index {
      end -= 1
    }
    for end in [index, end] {
      guard cue == nil else { return }
      cue =
        ProgramLexicon.cues.longestMatch(
          in: passage.text, endingAt: end, from: max(0, end - 8))?.value
      isEvent =
        Self.eventVerbs.longestMatch(in: passage.text, endingAt: end, from: max(0, end - 4)) != nil
    }
  }
}
