import Testing

@testable import Extracting

@Suite struct QuotationTests {
  private func check(_ text: String, _ expected: [String]) {
    let scalars = Array(text.unicodeScalars)
    let found = Quotation.all(in: scalars).map {
      String(String.UnicodeScalarView(scalars[$0.inside]))
    }
    #expect(found == expected, "\(text)")
  }

  @Test func `quotations nest`() {
    check("说“‘三好’要做到”", ["‘三好’要做到", "三好"])
    check("「外『內』外」", ["外『內』外", "內"])
  }

  @Test func `a mark without its fellow opens nothing`() {
    check("一“二\n三”四", [])
    check("五”六“七”", ["七"])
  }

  @Test func `straight marks open and close by turns`() {
    let text = Array("办\"柚子节\"和\"书香周\"\n高5\"的屏".unicodeScalars)
    #expect(
      String(String.UnicodeScalarView(Quotation.curled(text))) == "办“柚子节”和“书香周”\n高5\"的屏")
  }
}
