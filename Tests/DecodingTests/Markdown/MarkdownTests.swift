import Decoding
import Model
import Testing

@Suite struct MarkdownTests {
  private func check(
    _ text: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let bytes = Array(text.utf8)
    let document = decode(SourceFile(name: "a.md", bytes: bytes))
    let lines = document.lines.map { "\($0.markup?.tag ?? "")|\(document.text.string($0.span))" }
    #expect(document.mediaType == "text/markdown", sourceLocation: sourceLocation)
    #expect(lines == expected, sourceLocation: sourceLocation)
    expectOrder(document, in: bytes, sourceLocation: sourceLocation)
  }

  @Test func `headings, paragraphs and lists lose their marks`() {
    check(
      "# 大标题 #\n\n第一段\n续行\n\n## 小标题\n- 甲\n* 乙\n1. 丙\n> 引文\n\n标题\n===\n副题\n---\n",
      [
        "h1|大标题", "p|第一段 续行", "h2|小标题", "li|甲", "li|乙", "li|丙", "blockquote|引文", "h1|标题",
        "h2|副题",
      ])
  }

  @Test func `emphasis, links, pictures and code lose their marks`() {
    check(
      "**绵竹市**改造*435个*小区，见[公报](http://x.cn/a_b)![图](a.jpg)`代码`~~旧~~\\*注",
      ["p|绵竹市改造435个小区，见公报代码旧*注"])
    check("3 * 5 * 2 和 snake_case_name，**未完", ["p|3 * 5 * 2 和 snake_case_name，**未完"])
    check("1.5万户\n-5度\n#话题", ["p|1.5万户 -5度 #话题"])
  }

  @Test func `rules, tables and fences are read`() {
    check(
      "甲\n\n***\n乙  \n丙\n\n| 县 | 户 |\n|---|:--|\n| 甲县 | 3 |\n```\n*码*\n```\n",
      ["p|甲", "p|乙", "p|丙", "td|县", "td|户", "td|甲县", "td|3", "pre|*码*"])
    let lines = decode(SourceFile(name: "a.md", bytes: Array("甲\n\n---\n**乙**[丙](x)".utf8))).lines
    #expect(lines.map(\.markup?.startsSection) == [false, true])
    #expect(lines[1].markup?.linkLength == 1)
    #expect(lines[1].markup?.isStrong == false)
  }

  @Test func `front matter is metadata`() {
    let text = "---\ntitle: \"新路\"\ndate: 2024-09-20\nauthor: 王芳\n---\n正文\n"
    check(text, ["p|正文"])
    let metadata = decode(SourceFile(name: "a.md", bytes: Array(text.utf8))).metadata
    #expect(metadata.title?.string == "新路")
    #expect(metadata.title?.origins.first == Origin(byteOffset: 12, byteLength: 3))
    #expect(metadata.published == CalendarDate(iso: "2024-09-20"))
    #expect(metadata.author == "王芳")
  }

  private func metadata(_ lines: String...) -> PageMetadata {
    let text = "---\n\(lines.joined(separator: "\n"))\n---\n正文\n"
    return decode(SourceFile(name: "a.md", bytes: Array(text.utf8))).metadata
  }

  @Test(arguments: ["url", "link", "source_url", "source"])
  func `front matter tells where a text was clipped from`(key: String) {
    let clipped = metadata("\(key): \"https://www.donghe.cn/a.html\"", "created: 2024-03-05")
    #expect(clipped.url == "https://www.donghe.cn/a.html")
    #expect(clipped.savedAt == "2024-03-05")
    #expect(clipped.source == nil)
    for other in ["/a.html", "javascript:alert(1)", "https://a b", "https://"] {
      #expect(metadata("\(key): \(other)", "created: 2024-03-05").url == nil)
      #expect(metadata("\(key): \(other)", "created: 2024-03-05").savedAt == nil)
    }
  }

  @Test func `front matter tells when a text was clipped`() {
    let stamp = "2024-03-05T10:00:00 (UTC +08:00)"
    #expect(metadata("clipped: \(stamp)").savedAt == "2024-03-05T02:00:00Z")
    #expect(metadata("created: 2024-01-01", "saved: \(stamp)").savedAt == "2024-03-05T02:00:00Z")
    #expect(metadata("saved: 今天").savedAt == nil)
    let paper = metadata("source: 东河日报", "url: https://www.donghe.cn/a.html", "date: 2024-03-04")
    #expect(paper.source == "东河日报")
    #expect(paper.published == CalendarDate(iso: "2024-03-04"))
  }

  @Test func `endless marks are read in good time`() {
    for mark in ["*", "_ ", "[", "![", "`a", "> ", "- ", "|", "#", "a\n=\n"] {
      let bytes = Array(String(repeating: mark, count: 20_000).utf8)
      expectOrder(decode(SourceFile(name: "a.md", bytes: bytes)), in: bytes)
    }
  }
}
