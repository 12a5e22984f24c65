import Matching
import Model
import TestSupport
import Testing

private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

private func words(_ text: String, _ span: Span) -> String {
  String(String.UnicodeScalarView(scalars(text)[span.range]))
}

@Test func `a sentence ends at its mark or its line, the mark left out`() {
  let text = "绵竹市改造小区。德阳市新增车位！\n遂宁市"
  let sentences = Sentences(scalars(text))
  let found = [0, 7, 8, 15, 16, 17, 20].map { index in
    words(text, Span(sentences.sentence(around: index)))
  }
  #expect(
    found == ["绵竹市改造小区", "绵竹市改造小区", "德阳市新增车位", "德阳市新增车位", "", "遂宁市", "遂宁市"])
}

@Test func `positions are in one sentence where no mark stands between`() {
  let sentences = Sentences(scalars("甲乙，丙丁。戊己"))
  #expect(sentences.isOne(0, 4))
  #expect(!sentences.isOne(4, 6))
  #expect(!sentences.isOne(5, 6), "a mark ends its own sentence")
}

@Test(arguments: ["粮食产量一万吨；", "增长，", "甲、", "甲 ", "甲乙丙丁戊己庚"])
func `an endless sentence is cut, at its marks where it has any`(part: String) {
  let text = scalars(String(repeating: part, count: 6_000 / part.unicodeScalars.count))
  let sentences = Sentences(text)
  var index = 0
  var pieces: [Range<Int>] = []
  while index < text.count {
    let piece = sentences.sentence(around: index)
    #expect(piece.contains(index) && piece.count <= Sentences.longest)
    pieces.append(piece)
    index = piece.upperBound
  }
  #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  guard let mark = part.unicodeScalars.last, !mark.isHan else { return }
  #expect(pieces.dropLast().allSatisfy { text[$0.upperBound - 1] == mark })
}

@Test func `what is told of a sentence holds the quote, stays short and begins at a mark`() {
  let text = String(repeating: "粮食产量三万吨，增长百分之五；", count: 60)
  let sentence = Span(start: 0, end: text.unicodeScalars.count)
  for start in [0, 4, 400, 401, sentence.end - 5] {
    let quote = Span(start: start, end: start + 3)
    let part = Sentences.part(of: sentence, around: quote, in: scalars(text))
    #expect(part.contains(quote) && sentence.contains(part))
    #expect(part.length <= 303)
    if part.start > 0 { #expect("；，".unicodeScalars.contains(scalars(text)[part.start - 1])) }
  }
}

@Test func `an ordinary sentence is told whole, and a quote over a cut keeps its words`() {
  let text = scalars(String(repeating: "九", count: 2_000))
  let whole = Span(start: 10, end: 60)
  #expect(Sentences.part(of: whole, around: Span(start: 20, end: 23), in: text) == whole)
  let over = Sentences.part(
    of: Span(start: 0, end: 1_000), around: Span(start: 990, end: 1_500), in: text)
  #expect(over.contains(Span(start: 990, end: 1_500)))
}
