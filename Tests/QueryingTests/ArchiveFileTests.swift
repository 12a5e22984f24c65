import Glibc
import Querying
import SQLite
import Testing

@Suite struct ArchiveFileTests {
  /// Why a file is not opened.
  private func reason(_ path: String) throws -> QueryError.Reason? {
    do {
      _ = try ArchiveFile(path)
      return nil
    } catch {
      #expect(error.description.contains(path))
      return error.reason
    }
  }

  @Test func `a file that is missing cannot be read`() throws {
    #expect(try reason("/tmp/no/such/archive.db") == .cannotRead)
  }

  @Test func `a file that is no database is damaged`() throws {
    #expect(try reason("/proc/self/status") != nil)
    #expect(try reason("/etc/passwd") == .damaged)
  }

  @Test func `an archive of a newer program and a database of another are named`() throws {
    let newer = try LittleArchive()
    try newer.run("PRAGMA user_version = 999")
    #expect(try reason(newer.path) == .damaged)
    let other = try LittleArchive()
    try other.run("PRAGMA application_id = 0")
    #expect(try reason(other.path) == .damaged)
  }

  @Test func `queries cannot write`() throws {
    let file = try LittleArchive.sample().open()
    #expect(throws: QueryError.self) { try file.rows("DELETE FROM articles") { _ in 0 } }
  }

  @Test func `every public column is there`() throws {
    let file = try LittleArchive().open()
    for (table, columns) in Self.publicColumns {
      let found = try file.rows("SELECT name FROM pragma_table_info('\(table)')") {
        $0.text(0) ?? ""
      }
      for column in columns.split(separator: " ") {
        #expect(found.contains(String(column)), "\(table).\(column)")
      }
    }
  }

  private static let publicColumns: [(String, String)] = [
    ("documents", "document_id name sha256 media_type charset byte_count imported_at status error"),
    (
      "articles",
      """
      article_id document_id document ordinal title subtitle kind source published dateline script \
      text duplicate_of
      """
    ),
    ("bylines", "article_id ordinal name role"),
    (
      "places",
      "place_id name level parent_id adcode path province city county longitude latitude"
    ),
    ("programs", "program_id name kind topics"), ("organizations", "organization_id name"),
    ("people", "person_id name"),
    ("article_places", "article_id place_id name level adcode path mentions"),
    (
      "article_programs",
      "article_id program_id name kind place_id place path city topics mentions"
    ),
    ("article_organizations", "article_id organization_id name mentions"),
    ("article_people", "article_id person_id name role mentions"),
    (
      "facts",
      """
      fact_id article_id start length quote value value_max unit approx subject action kind per \
      place_id place path city time_text time_start time_end program_id program owner owner_kind owner_id \
      total_id sentence_start sentence_length confidence rule corrected
      """
    ),
    ("fact_sentences", "fact_id start length sentence"),
    ("mentions", "article_id start length quote entity_kind entity_id confidence rule corrected"),
    ("source_spans", "article_id start length part_id byte_offset byte_length"),
    ("articles_fts", "title text"),
  ]
}
