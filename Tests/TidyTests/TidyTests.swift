import Foundation
import Testing
import TestSupport

private let stages = [
  "Decoding", "Restoring", "Segmenting", "Extracting", "Resolving", "Storing", "Querying",
]

private func sources() throws -> [SourceFile] {
  try SourceFile.all(under: "Sources", endings: [".swift"])
    + SourceFile.all(under: "Schema", endings: [".swift"])
}

@Test func `no stage imports another`() throws {
  for file in try sources() where stages.contains(file.module) {
    let others = file.imports.filter { stages.contains($0) && $0 != file.module }
    #expect(others == [], "\(file.path)")
  }
}

@Test func `a system library is known to one module`() throws {
  let home = [
    "CSQLite": ["SQLite"], "CGumbo": ["Decoding"], "CNettle": ["Reading"],
    "CZlib": ["Schema"], "CDivisions": ["Divisions"],
  ]
  for file in try sources() {
    for (library, modules) in home where file.imports.contains(library) {
      #expect(modules.contains(file.module), "\(file.path) imports \(library)")
    }
  }
}

@Test func `the large Foundation stays out of the program`() throws {
  for file in try sources() { #expect(!file.imports.contains("Foundation"), "\(file.path)") }
}

@Test func `every declaration that another module sees is documented`() throws {
  for file in try sources() where file.module != "GazetteerBuilder" {
    for (number, line) in file.lines.enumerated() where isVisibleDeclaration(line) {
      let above = file.lines[..<number].last { !$0.trimmed.hasPrefix("@") }?.trimmed ?? ""
      #expect(above.hasPrefix("///"), "\(file.path):\(number + 1): \(line.trimmed)")
    }
  }
}

@Test func `a file stays short enough to read`() throws {
  for file in try sources() { #expect(file.lines.count <= 400, "\(file.path)") }
}

@Test func `no error is swallowed and no crash is asked for`() throws {
  for file in try sources() {
    for (number, line) in file.lines.enumerated() {
      for sign in ["try!", "catch {}", "fatalError(", "as! "] where line.contains(sign) {
        Issue.record("\(file.path):\(number + 1): \(sign)")
      }
    }
  }
}

@Test func `every command stands in both manuals`() throws {
  let help = try run(archiveProgram, ["--help"]).output
  let commands = help.components(separatedBy: "SUBCOMMANDS:").last ?? ""
  let names = commands.components(separatedBy: "\n")
    .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
    .compactMap { $0.split(separator: " ").first.map(String.init) }
    .filter { $0 != "See" && $0 != "help" }
  #expect(names.contains("import"))
  for manual in ["README.md", "README.zh-CN.md"] {
    let text = try Repository.text(manual)
    for name in names { #expect(text.contains("archive \(name)"), "\(manual): \(name)") }
  }
}

private func isVisibleDeclaration(_ line: String) -> Bool {
  let words = line.trimmed.split(separator: " ").map(String.init)
  guard let first = words.first, first == "package" || first == "public" else { return false }
  let kinds: Set = [
    "func", "struct", "class", "enum", "protocol", "var", "let", "init", "typealias", "case",
    "subscript", "actor",
  ]
  return words.dropFirst().contains { word in
    kinds.contains(word) || kinds.contains { word.hasPrefix("\($0)(") || word.hasPrefix("\($0)<") }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
