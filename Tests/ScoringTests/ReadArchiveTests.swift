import Foundation
import SQLite
import Scoring
import TestSupport
import Testing

/// An archive is read by the names of its columns, whatever version made it.
@Suite struct ReadArchiveTests {
  @Test func `owners and totals are read where a file has them`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("archive.db")
    try FileManager.default.copyItem(atPath: ProjectArchive.imported.get().path, toPath: path)
    try Connection(path, .readWrite).execute(
      "UPDATE facts SET owner = '某公司', total_id = fact_id")
    let facts = try readArchive(path).values.flatMap(\.self).flatMap(\.facts)
    #expect(facts.count > 2000)
    #expect(facts.allSatisfy { $0.owner == "某公司" && $0.total == $0.quote })
  }

  @Test func `later copies on a page are left out`() throws {
    let path = try ProjectArchive.imported.get().path
    let connection = try Connection(path, .readOnly)
    let kept = try connection.rows(
      "SELECT count(*) FROM articles WHERE duplicate_of IS NULL"
    ) { $0.integer(0) }
    let all = try connection.rows("SELECT count(*) FROM articles") { $0.integer(0) }
    let read = try ProjectArchive.articles.get().values.reduce(0) { $0 + $1.count }
    #expect(kept == [read] && all != kept)
  }
}
