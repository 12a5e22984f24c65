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

  private static let levels = WordSet(words: [
    "县级", "市级", "省级", "区级", "镇级", "乡级", "村级", "国家级", "全国", "中央", "地方", "上级",
    "省", "市", "县", "区", "镇", "乡", "村", "街道", "社区", "小区", "乡镇", "乡镇街道", "党组织", "基层党组织",
    "村级党组织", "党支部", "党委", "县区", "区县", "各镇", "各村", "各社区",
  ])

  /// Whether words only say whose level of government it is.
  private static func isLevel(_ passage: Passage, _ words: Range<Int>) -> Bool {
    levels.value(of: passage.text, in: words) != nil
  }

  /// Reads the words before a label.
  init(before label: Label, in passage: Passage) {
    end = label.range.lowerBound
    guard end > 0 else { return }
    var start = passage.runStart[end - 1]
    if start >= end || end - start > 10 { start = end }
    if start < end {
      head = ProgramLexicon.heads.longestMatch(in: passage.text, endingAt: end, from: start)?.value
      var own = start
      for place in passage.places where place.span.start >= own && place.span.end <= end {
        own = place.span.end
      }
      if own < end, own == 0 || passage.text[own - 1] != "、", !Self.isLevel(passage, own..<end) {
        modifier = own
      }
    }
    readCue(before: start, in: passage)
  }

  /// Reads the verb that ends before `index`, also through 了, 的 (街道推行的“…”) and an attribute
  /// (打造便捷的“…”).
  private mutating func readCue(before index: Int, in passage: Passage) {
    let text = passage.text
    var ends = [index]
    if index > 0, "了出以新".unicodeScalars.contains(text[index - 1]) { ends.append(index - 1) }
    if index > 1, text[index - 1] == "的" {
      if passage.runStart[index - 2] < index - 1 {
        ends.append(passage.runStart[index - 2])
        if let last = ends.last, last > 0, text[last - 1] == "了" { ends.append(last - 1) }
      } else {
        ends.append(index - 1)
      }
    }
    for end in ends where cue == nil {
      cue = ProgramLexicon.cues.longestMatch(in: text, endingAt: end, from: max(0, end - 8))?.value
      isEvent =
        Self.eventVerbs.longestMatch(in: text, endingAt: end, from: max(0, end - 4)) != nil
    }
  }
}
