import Model
import Querying
import SQLite
import Testing

/// An archive of so many documents, some of which other rules have read.
private func archive(of count: Int, _ rows: [Int: String]) throws -> LittleArchive {
  let archive = try LittleArchive()
  try archive.run("INSERT INTO sqlar VALUES ('x', 33188, 0, 0, x'')")
  for row in 1...count {
    try archive.run(
      """
      INSERT INTO documents (document_id, name, byte_count, imported_at, status, original, rules)
      VALUES (:id, 'x', 0, '', 'empty', 'x', :rules)
      """, ["id": .integer(row), "rules": .text(rows[row] ?? rules)])
  }
  return archive
}

@Test func `every document of other rules is counted`() throws {
  let mixed = try archive(
    of: 3000, [1: "0.1.0", 1500: "0.2.0+other", 2999: "", 3000: "0.10.0+0a"])
  let others = try mixed.open().otherRules()
  #expect((others.older, others.newer) == (3, 1))
  let said = try #require(others.description)
  #expect(said.contains("3 documents were read by older rules"))
  #expect(said.contains("1 document was read by the rules of a later release"))
}

@Test func `nothing is said where today's rules have read all`() throws {
  #expect(try archive(of: 3, [:]).open().otherRules().description == nil)
}

@Test func `what could not be read at all has nothing to be read again`() throws {
  let archive = try archive(of: 2, [2: "0.1.0"])
  try archive.run("UPDATE documents SET original = NULL WHERE document_id = 2")
  #expect(try archive.open().otherRules().description == nil)
}

/// Releases are compared by their numbers, not letter by letter.
@Test(arguments: [
  ("0.2.0", RulesAge.older), ("0.2.0+x", .older), ("0.1.9+y", .older), ("", .older),
  ("x.y", .older), ("0.2", .older), ("0.2.1", .newer), ("0.10.0+0a", .newer), ("1.0.0", .newer),
  ("1", .older),
])
func `rules are older or newer by their release`(stored: String, age: RulesAge) {
  #expect(RulesAge(of: stored) == age)
}

@Test func `the rules of this program are today's`() {
  #expect(RulesAge(of: rules) == .today)
}

@Test(arguments: ["index", "folding"])
func `an index of another release is told, not asked`(property: String) throws {
  let archive = try LittleArchive()
  try archive.run("UPDATE properties SET value = '0' WHERE name = :name", ["name": .text(property)])
  let error = #expect(throws: QueryError.self) { try archive.open() }
  #expect(error?.description.contains("archive index") == true)
}
