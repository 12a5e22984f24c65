import Decoding
import Model
import Testing

@Suite struct NamedSignsTests {
  private func text(_ page: String) -> SourcedText {
    decode(SourceFile(name: "page.txt", bytes: Array(page.utf8))).text
  }

  @Test func `a named sign in plain text is one sign with all its bytes`() {
    let text = text("县&ldquo;三村&rdquo;&mdash;&#8212;占比&gt;95%")
    #expect(text.string == "县“三村”——占比>95%")
    #expect(text.origins[1] == Origin(byteOffset: 3, byteLength: 7))
    #expect(text.origins[5] == Origin(byteOffset: 23, byteLength: 7))
  }

  @Test(arguments: ["R&D投入3%", "&nbsp;东河", "&unknown;", "AT&T; &#12;", "&"])
  func `what names no sign stays`(page: String) {
    #expect(text(page).string == page)
  }
}
