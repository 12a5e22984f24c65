import Foundation
import TestSupport
import Testing

/// What a person sees in a terminal, of an archive of the seeds.
@Suite struct TerminalTests {
  private static let prompt = "more: space page"

  private func archive(
    _ arguments: [String], keys: String = "", environment: [String: String] = [:]
  ) throws -> RunResult {
    try runInTerminal(
      archiveProgram, arguments, in: SeedArchive.folder.path, prompt: Self.prompt, keys: keys,
      environment: environment)
  }

  private let facts = ["facts", "--limit", "40", "--fields", "quote,subject"]

  @Test func `a long answer stops at each full screen and goes on with a key`() throws {
    let whole = try archive(facts, keys: "a")
    #expect(whole.status == 0)
    #expect(count(Self.prompt, in: whole.output) == 1)
    let pages = try archive(facts, keys: "      ")
    #expect(count(Self.prompt, in: pages.output) == 4, "42 lines, nine on each screen")
    #expect(Self.rows(pages.output) == Self.rows(whole.output))
    #expect(Self.rows(whole.output).count == 42)
  }

  @Test func `enter shows one line more, and q ends the answer`() throws {
    let ended = try archive(facts, keys: "\r\rq")
    #expect(ended.status == 0)
    #expect(Self.rows(ended.output).count == 11)
  }

  @Test func `a short answer, --no-pager and a dumb terminal are not stopped`() throws {
    let short = try archive(["facts", "--limit", "3", "--fields", "quote"])
    #expect(short.status == 0 && !short.output.contains(Self.prompt))
    let unpaged = try archive(facts + ["--no-pager"])
    #expect(Self.rows(unpaged.output).count == 42)
    let dumb = try archive(facts, environment: ["TERM": "dumb"])
    #expect(Self.rows(dumb.output).count == 42 && !dumb.output.contains("\u{1B}"))
  }

  @Test func `names of columns and searched words are coloured unless NO_COLOR is set`() throws {
    let search = ["query", "--show", "articles", "--text", "三无小区", "--fields", "article_id,hit"]
    let coloured = try archive(search)
    #expect(coloured.output.contains("\u{1B}[1marticle_id"))
    #expect(coloured.output.contains("\u{1B}[1;33m【"))
    #expect(!(try archive(search, environment: ["NO_COLOR": "1"])).output.contains("\u{1B}[1"))
    let piped = try run(archiveProgram, search, in: SeedArchive.folder.path)
    #expect(piped.status == 0 && !piped.output.contains("\u{1B}"))
  }

  private func count(_ words: String, in text: String) -> Int {
    text.components(separatedBy: words).count - 1
  }

  /// The lines of an answer without prompts and colours.
  private static func rows(_ text: String) -> [String] {
    let plain = text.replacingOccurrences(
      of: "\u{1B}\\[[0-9;]*[mK]", with: "", options: .regularExpression)
    return plain.split(separator: "\n").map { line in
      line.range(of: "q quit", options: .backwards).map { String(line[$0.upperBound...]) }
        ?? String(line)
    }.filter { !$0.isEmpty && !$0.hasPrefix("archive: ") }
  }
}
