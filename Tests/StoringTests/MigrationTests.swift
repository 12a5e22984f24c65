import Foundation
import Reading
import SQLite
import Schema
import Testing
import TestSupport

/// The scripts of released formats by their digests.
///
/// Files made by them are out in the world, so that none may change by a byte. A new version of the
/// file is a new script and a new line here.
private let released = [
  "42beaea92bd485e84f3b5781b6691024afde583421c86647cfd91e172d241b98",  // 0.1.0
  "c8284c48553c2a0f6d8041f655c4f86b21caa67fc2355731bd9e8ce8290abd7d",  // 0.2.0
]

@Test func `a released script of the schema never changes`() {
  let digests = Migrations.all.map { sha256(of: Array($0.utf8)) }
  #expect(Array(digests.prefix(released.count)) == released)
}

/// `make schema` writes today's schema; a reader finds it whole in one place, and opening a file
/// compares with it.
@Test func `the schema that is told is what the scripts make`() throws {
  let folder = try TemporaryFolder()
  let archive = try Connection(folder.path("a.db"), .create)
  try Migrations.transaction(on: archive) { () throws(SQLiteError) in
    try Migrations.run(on: archive, from: 0)
  }
  let statements = try archive.rows(
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
  ) { ($0.text(0) ?? "") + ";\n" }
  let head =
    "-- The schema of an archive file, version \(Migrations.all.count), as SQLite keeps it; "
  let text =
    head + "`make schema` writes it\n-- from the scripts, which carry an older file over.\n"
    + statements.joined(separator: "\n")
  if ProcessInfo.processInfo.environment["REWRITE_SCHEMA"] != nil {
    try text.write(
      toFile: "\(Repository.path)/Schema/schema.sql", atomically: true, encoding: .utf8)
    return
  }
  #expect(try Repository.text("Schema/schema.sql") == text, "run `make schema`")
}
