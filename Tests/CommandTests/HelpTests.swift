import Foundation
import TestSupport
import Testing

/// Help, manual and completion, compared with the options the program has.
@Suite struct HelpTests {
  private static let commands = [
    "import", "query", "facts", "show", "places", "info", "verify", "reextract", "read", "topics",
    "originals", "index", "upgrade",
  ]

  private func help(_ command: String, locale: String) throws -> String {
    let result = try run(
      archiveProgram, [command, "--help"],
      environment: ["LC_ALL": locale, "COLUMNS": "400"])
    #expect(result.status == 0)
    return result.output
  }

  @Test(arguments: commands) func `help begins with examples`(_ command: String) throws {
    let english = try help(command, locale: "C.UTF-8")
    let lines = english.split(separator: "\n")
    #expect(lines[1] == "EXAMPLES", "\(english.prefix(200))")
    #expect(lines[2].hasPrefix("  archive \(command)"))
  }

  @Test(arguments: commands) func `help is Chinese under a Chinese locale`(
    _ command: String
  ) throws {
    let chinese = try help(command, locale: "zh_CN.UTF-8")
    #expect(chinese.contains("示例"))
    #expect(!(try help(command, locale: "en_US.UTF-8")).contains("示例"))
    for (option, text) in Self.options(of: chinese) where !["--help", "--version"].contains(option)
    {
      #expect(text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(option)")
    }
  }

  /// The options of a help text with what is said of each.
  private static func options(of help: String) -> [(String, String)] {
    var options: [(String, String)] = []
    for line in help.split(separator: "\n") {
      let words = line.split(separator: " ")
      if line.hasPrefix("  -"), let name = words.first(where: { $0.hasPrefix("--") }) {
        options.append((String(name), String(line)))
      } else if line.hasPrefix("          "), !options.isEmpty {
        options[options.count - 1].1 += line
      }
    }
    return options
  }

  @Test func `the manual names every command and option of the program, and no other`() throws {
    let page = try String(
      contentsOfFile: "\(Repository.path)/Sources/archive/archive.1", encoding: .utf8)
    var known: Set<String> = ["--help", "--version"]
    for command in Self.commands {
      #expect(page.contains("\n.It Cm \(command)\n"), "\(command)")
      known.formUnion(Self.options(of: try help(command, locale: "C")).map(\.0))
    }
    let flags = page.split { " \n".contains($0) }.filter { $0.hasPrefix("-") && $0.count > 2 }
    let named = Set(flags.map { "-\($0)" })
    #expect(known.subtracting(named).isEmpty, "not in the manual: \(known.subtracting(named))")
    let strange = named.subtracting(known).filter { page.contains("Fl \($0.dropFirst())") }
    #expect(strange.isEmpty, "not in the program: \(strange)")
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `each shell gets a script that completes`(
    _ shell: String
  ) throws {
    let script = try run(archiveProgram, ["--generate-completion-script", shell])
    #expect(script.status == 0 && script.output.contains("---completion"))
  }

  @Test func `names are completed from the archive on the command line`() throws {
    func complete(_ option: String, _ typed: String, _ more: [String] = []) throws -> [String] {
      let words = ["archive", "query"] + more + [option, typed]
      let result = try run(
        archiveProgram,
        ["---completion", "query", "--", option, "\(words.count - 1)", "\(typed.count)"] + words,
        in: SeedArchive.folder.path)
      return result.output.split(separator: "\n").map(String.init)
    }
    #expect(try complete("--city", "遂") == ["遂宁市"])
    #expect(try complete("--place", "绵竹") == ["绵竹市"])
    #expect(try complete("--topic", "三无") == ["三无小区"])
    #expect(try complete("--program", "三无").contains("三无小区治理"))
    #expect(try complete("--unit", "平方") == ["平方米"])
    #expect(try complete("--city", "无此") == [])
    #expect(try complete("--city", "遂", ["-d", "none.db"]) == [])
  }
}
