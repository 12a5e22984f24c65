import Model
import Testing

@Test func `adjacent bytes make one source span and a gap makes two`() {
  var text = SourcedText("绵竹\n市")
  #expect(text.sourceSpans().map(\.byteLength) == [10])
  var cut = text.slice(0..<2)
  cut.append(text, 3..<4)
  text = cut
  #expect(text.string == "绵竹市")
  #expect(text.sourceSpans().map(\.byteOffset) == [0, 7])
  #expect(text.sourceSpans().map(\.span.length) == [2, 1])
}

@Test func `a date is read from its ISO form only`() {
  #expect(CalendarDate(iso: "2024-02-29")?.description == "2024-02-29")
  for wrong in ["2023-02-29", "2024-2-9", "2024-13-01", "24-01-01", "2024-01-01 ", ""] {
    #expect(CalendarDate(iso: wrong) == nil)
  }
}
