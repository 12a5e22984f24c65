import Foundation
import SQLite
import TestSupport
import Testing

/// An archive whose texts try to steer terminals, spreadsheets and browsers.
@Suite struct HarmlessOutputTests {
  /// An article whose texts hold what is given.
  private func archive(holding text: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "三无小区治理\n\n绵竹市今年改造老旧小区3个，实施“雪亮工程”。\n")
    #expect(try run(archiveProgram, ["import", "a.txt"], in: folder.path).status == 0)
    let connection = try Connection(folder.path("archive.db"), .readWrite)
    for sql in [
      "UPDATE articles SET title = :text, subtitle = :text, source = :text, text = :text",
      "UPDATE facts SET subject = :text, action = :text, quote = :text",
      "UPDATE programs SET name = :text", "UPDATE documents SET name = :text",
      "UPDATE document_names SET name = :text",
    ] { try connection.prepare(sql).run(["text": .text(text)]) }
    return folder
  }

  private static let answers = [
    ["facts"], ["query", "--show", "articles"], ["query", "--show", "programs"], ["originals"],
    ["query"], ["info"], ["show", "1"],
  ]

  @Test(arguments: ["table", "csv", "tsv", "json", "ndjson", "markdown"])
  func `no form passes a control character or a mark of direction to a pipe`(
    _ form: String
  ) throws {
    let folder = try archive(
      holding: "a\u{1B}[31m\u{7}\u{8}\0\r\u{7F}\u{9B}2J\u{85}\u{202E}\u{2066}\u{2028}\tb\nc\\")
    for answer in Self.answers {
      let result = try run(archiveProgram, answer + ["--format", form], in: folder.path)
      // Several tables do not go into one of csv or tsv.
      guard result.status != 64 else { continue }
      #expect(result.status == 0 && result.output.contains("b"), "\(answer) \(result.errors)")
      let unsafe = result.output.unicodeScalars.filter { scalar in
        let isKept = scalar == "\n" || (scalar == "\t" && ["csv", "tsv"].contains(form))
        let category = scalar.properties.generalCategory
        return !isKept && [.control, .format, .lineSeparator].contains(category)
      }
      #expect(unsafe.isEmpty, "\(answer)")
    }
  }

  @Test func `read and the SQL of a query escape them`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "绵竹\u{9B}31m市\u{202E}改造\u{7F}小区3个。\n")
    _ = try run(archiveProgram, ["import", "a.txt"], in: folder.path)
    for arguments in [["read", "a.txt"], ["facts", "--text", "\u{1B}[2J三\u{9B}", "--sql"]] {
      let result = try run(archiveProgram, arguments, in: folder.path)
      #expect(result.output.contains("三") || result.output.contains("绵竹"))
      let unsafe = result.output.unicodeScalars.filter { scalar in
        // The statement itself has tabs among the blanks it looks for.
        scalar != "\n" && scalar != "\t"
          && [.control, .format].contains(scalar.properties.generalCategory)
      }
      #expect(unsafe.isEmpty, "\(arguments)")
    }
  }

  /// Words that Markdown, GitHub's Markdown or HTML would take for markup, and what must not come
  /// out of them unescaped.
  private static let markup: [String] = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://evil/t.png)",
    "[x](javascript:alert)", "# heading", "---", "***", "===", "- item", "+ item", "1. item",
    "1) item", "> quote", "```", "~~~", "    code", "&lt;b&gt;", "&#60;b", "http://evil/x",
    "https://evil/x", "www.evil.com", "evil.com", "：//evil", "a|b", "`code`", "*strong*", "_em_",
    "~~gone~~", "$x$",
    "[^1]", "\\", "a\\", ":smile:", "mailto:a@b.c",
  ]

  @Test(arguments: markup) func `words of an article make no markup in Markdown`(
    _ words: String
  ) throws {
    let folder = try archive(holding: words)
    let result = try run(
      archiveProgram, ["show", "1", "--format", "markdown"], in: folder.path)
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map(String.init)
    let content = lines.filter { !$0.hasPrefix("| ---") && !$0.hasPrefix("## ") }
    #expect(content.count > 3)
    for line in content {
      let text = line.hasPrefix("# ") ? String(line.dropFirst(2)) : line
      #expect(Self.meaning(of: text) == "", "\(line)")
    }
  }

  /// What Markdown would read in a line after the signs with a backslash before them.
  private static func meaning(of line: String) -> String {
    let rest = line.replacingOccurrences(
      of: "\\\\[!-/:-@\\[-`{-~]", with: "·", options: .regularExpression)
    let row = rest.replacingOccurrences(of: "|", with: "").trimmingCharacters(in: .whitespaces)
    let cells = rest.hasPrefix("| ") ? "·\(row)" : rest
    let signs = "[\\\\`*_\\[\\]<>#|~&$]|[:.][a-z]|//|^( {4}|[-+=]|[0-9]+[.)])"
    return cells.range(of: signs, options: .regularExpression).map { String(cells[$0]) } ?? ""
  }
}
