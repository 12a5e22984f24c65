import Foundation
import Model
import Reading
import Testing
import TestSupport

@testable import Decoding

/// Whatever is read otherwise is read by rules of another version.
@Suite struct RulesTests {
  /// `make rules` writes today's digest.
  @Test func `the version of the rules has the digest of the rules`() throws {
    let digest = try RulesDigest.today().value
    if ProcessInfo.processInfo.environment["REWRITE_RULES"] != nil {
      return try rewrite(digest)
    }
    let version = try #require(RulesVersion(rules))
    #expect(version.digest == digest, "the rules have changed: run `make rules`")
  }

  private func rewrite(_ digest: String) throws {
    let lines = try Repository.text(RulesDigest.home).components(separatedBy: "\n").map {
      $0.hasPrefix(RulesDigest.line) ? RulesDigest.line + "\"\(digest)\"" : $0
    }
    let path = "\(Repository.path)/\(RulesDigest.home)"
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test func `the digest changes with each letter and name, not with comments and layout`() throws {
    let today = try RulesDigest.today()
    func value(_ text: String, as path: String) -> String {
      var changed = today
      changed.add(text, as: path)
      return changed.value
    }
    let read = try Repository.text("Sources/Reading/Read.swift")
    #expect(value("// a word\n" + read, as: "Sources/Reading/Read.swift") == today.value)
    #expect(value(read + "let a = 1", as: "Sources/Reading/Read.swift") != today.value)
    #expect(value(read, as: "Sources/Reading/Again.swift") != today.value)
    let home = try Repository.text(RulesDigest.home)
    let other = home.replacingOccurrences(of: RulesDigest.line, with: RulesDigest.line + "\"0\" + ")
    #expect(value(other, as: RulesDigest.home) == today.value)
    let units = try Repository.text("Sources/Units/units.tsv")
    #expect(value("# a word\n\n" + units, as: "Sources/Units/units.tsv") == today.value)
    #expect(value("尺\n" + units, as: "Sources/Units/units.tsv") != today.value)
  }

  @Test func `code, word lists, the gazetteer and what is said of libraries count`() throws {
    let paths = try RulesDigest.today().paths
    for path in [
      "Sources/1-Decoding/Libraries.swift", "Sources/4-Extracting/People/roles.txt",
      "Sources/CDivisions/gazetteer.bin", "Sources/CGumbo/shim.h", "Sources/Units/units.tsv",
    ] { #expect(paths.contains(path), "\(path)") }
    let code = try SourceFile.all(under: "Sources/4-Extracting", endings: [".swift"]).map(\.path)
    #expect(paths.isSuperset(of: code))
    #expect(!paths.contains("Sources/Scripts/make-tables.py"))
  }

  /// What a file says, and the code of it.
  @Test(arguments: [
    ("let a = 1  // one\nlet b = -a", "let a=1 let b=-a"),
    ("/// A.\n/* a /* b */ c */ f( x,\n  y )", "f(x,y)"),
    ("a/**/b", "a b"),
    ("\"a  // b\"  + c", "\"a  // b\"+c"),
    ("\"\\\"  // a\" // b", "\"\\\"  // a\""),
    ("\"\\(f( \"  )\" ))  /* \" /* c */", "\"\\(f(\"  )\"))  /* \""),
    ("#\"\\(a  \" )\"#  b", "#\"\\(a  \" )\"#b"),
    ("#\"\\#( a )\"#", "#\"\\#(a)\"#"),
    ("#\"\"\"#  // a", "#\"\"\"#"),
    ("\"\"\"\n  a // \"b\"\n\n  \"\"\"  // c", "\"\"\"\n  a // \"b\"\n\n  \"\"\""),
    ("\"\"  + \"\"", "\"\"+\"\""),
    ("f(/a  \\/ \"/)  // b", "f(/a  \\/ \"/)"),
    ("let a = /[ \"]+/  // b", "let a=/[ \"]+/"),
    ("#/a  // b/#  // c", "#/a  // b/#"),
    ("a / b  / c", "a/b/c"),
    ("#if A\n  let 数 = 字  // b\n#endif", "#if A let 数=字#endif"),
  ])
  func `comments and layout are no code, strings and expressions are`(text: String, code: String) {
    #expect(String(decoding: BareCode.bytes(of: text), as: UTF8.self) == code)
  }

  @Test func `bare code of every file has no more to leave out`() throws {
    for file in try SourceFile.all(under: "Sources", endings: [".swift"]) {
      let code = BareCode.bytes(of: file.lines.joined(separator: "\n"))
      #expect(BareCode.bytes(of: String(decoding: code, as: UTF8.self)) == code, "\(file.path)")
    }
  }

  @Test func `the libraries that decode are those that the digest counts`() throws {
    let gumbo = try run("/usr/bin/env", ["pkg-config", "--modversion", "gumbo"]).output
    #expect(gumbo.trimmingCharacters(in: .newlines) == gumboVersion)
    #expect(String(sha256(of: Self.everyCharacter()).prefix(12)) == charsetTables)
  }

  /// Each character of GB 18030 and Big5 that tables tell, on a line of its own, in UTF-8.
  private static func everyCharacter() -> [UInt8] {
    let pairs = ConversionTable.allPairs.reduce(into: [UInt8]()) { $0 += $1 + [0x0A] }
    let quads = (0..<39420).reduce(into: [UInt8]()) { $0 += GB18030Reader.quad(at: $1) + [0x0A] }
    var text = SourcedText()
    _ = Charset.gb18030.read(pairs + quads, into: &text)
    _ = Charset.big5.read(pairs, into: &text)
    return Array(text.string.utf8)
  }

  @Test func `a version is newer by its release alone, number by number`() throws {
    func version(_ text: String) throws -> RulesVersion { try #require(RulesVersion(text)) }
    #expect(try version("0.10.0").isNewer(than: version("0.9.12+0a")))
    #expect(try version("1.0.0+0").isNewer(than: version("0.99.99+f")))
    #expect(try !version("0.2.0+b").isNewer(than: version("0.2.0+a")))
    #expect(try !version("0.1.0").isNewer(than: version("0.1.1")))
    #expect(try version("0.2.0+0123456789ab").digest == "0123456789ab")
    #expect(try version("0.1.0") == version("0.1.0"))
  }

  @Test(arguments: [
    "", "1", "0.2", "0.2.0.1", "0.2.x", "0..2", "0.2.0+", "0.2.0+0+0", "0.2.0+A", "+1.2.3",
    "-1.0.0",
    "9.9.9 ", "9.9.99999999999999999999", "9.9.9+g", "９.9.9",
  ])
  func `what is no version is of older rules`(text: String) {
    #expect(RulesVersion(text) == nil)
    #expect(RulesAge(of: text) == .older)
  }

  @Test func `a stored version is today's, older or newer`() {
    #expect(rules.hasPrefix("\(release)+"))
    #expect(RulesAge(of: rules) == .today)
    #expect(RulesAge(of: "0.1.0") == .older)
    #expect(RulesAge(of: release) == .older)
    #expect(RulesAge(of: "\(release)+0123456789ab") == .older)
    #expect(RulesAge(of: "999.0.0+0123456789ab") == .newer)
  }
}
