import Importing
import Model
import SQLite
import Schema
import Storing

/// Proves that an archive holds what its originals give today, row by row and column by column.
///
/// Reading is pure: each original is read again as it was told to be read, stored in an archive of
/// its own under the ids that it has here, and the two are compared, some hundred documents at a
/// time, so that the second stays small.
final class ContentProof {
  private let connection: Connection
  private let scratch: ScratchArchive
  private let tables: [Compared]
  private let articleIDs: Statement
  private let report: Report
  private var batch = Batch()
  /// The first and last document of this batch; what lies between and is not in it is not compared.
  private var bounds: ClosedRange<Int>?
  private var documents: Set<Int> = []
  /// Whether a document's rows were not compared, so that names may be here for it alone.
  var isPartial = false

  /// A table with its statements in both archives.
  private struct Compared {
    let table: ContentTable
    let here: Statement
    let there: Statement

    init(_ table: ContentTable, _ here: Connection, _ there: Connection) throws(SQLiteError) {
      self.table = table
      self.here = try here.prepare(table.sql)
      self.there = try there.prepare(table.sql)
    }
  }

  /// Prepares to compare; `report` gets each fault.
  init(
    _ connection: Connection, _ report: Report
  ) throws(ArchiveFileError) {
    self.connection = connection
    self.report = report
    let scratch = try ScratchArchive(beside: connection)
    self.scratch = scratch
    (tables, articleIDs) = try onFile(connection.path) { () throws(SQLiteError) in
      var tables: [Compared] = []
      for name in ScratchArchive.ofDocuments {
        let table = try ContentTable(
          ofDocuments: name, told: name == "documents" ? Self.toldOfDocuments : [],
          in: scratch.connection)
        tables.append(try Compared(table, connection, scratch.connection))
      }
      return (
        tables,
        try connection.prepare(
          "SELECT ordinal, article_id FROM articles WHERE document_id = :document")
      )
    }
  }

  /// What is told of a document and not read; a digest covers it.
  private static let toldOfDocuments: Set = [
    "name", "collection", "imported_at", "original", "rules", "replaces",
  ]

  /// Takes what a document's original gives.
  ///
  /// Documents come by the order of their ids.
  func expect(
    _ record: DocumentRecord, of original: StoredOriginal.Identity, size: Int
  ) throws(SQLiteError) {
    var ids: [Int: Int] = [:]
    try articleIDs.forEach(["document": .integer(original.document)]) {
      ids[$0.integer(0) ?? 0] = $0.integer(1)
    }
    try scratch.store(record, as: original.document, articles: ids)
    documents.insert(original.document)
    bounds = (bounds?.lowerBound ?? original.document)...original.document
    if batch.isFull(adding: size) { try compare() }
  }

  /// Compares what was taken since the last time.
  private func compare() throws(SQLiteError) {
    guard let bounds else { return }
    let range: [String: Value] = [
      "first": .integer(bounds.lowerBound), "last": .integer(bounds.upperBound),
    ]
    for compared in tables {
      let table = compared.table
      try ContentComparison(table: table).run(
        try Cursor(compared.here, range), try Cursor(compared.there, range),
        leavingOut: { [documents] in
          guard case .integer(let document) = $0[0] else { return false }
          return !documents.contains(Int(document))
        },
        { row, difference in tell(difference, ContentNames.row(row, of: table)) })
    }
    try scratch.clear()
    documents = []
    self.bounds = nil
  }

  /// Compares the last documents, and the places, programs, organisations and people of all.
  func finish() throws(SQLiteError) {
    try compare()
    for (name, isNamed) in Self.shared {
      // The topics of an initiative follow from those of its articles.
      let table = try ContentTable(whole: name, told: ["topics"], in: scratch.connection)
      var strangers: [Int] = []
      try ContentComparison(table: table).run(
        try Cursor(try connection.prepare(table.sql), [:]),
        try Cursor(try scratch.connection.prepare(table.sql), [:])
      ) { row, difference in
        // Documents that were not compared may have brought the row, or the seat of a place.
        switch difference {
        case .invented where isPartial: strangers.append(row.integer(0))
        case .changed where isPartial && isElsewhere(row.integer(0), in: name): break
        default: tell(difference, ContentNames.row(row, of: table))
        }
      }
      let find = try connection.prepare("SELECT \(isNamed)")
      for id in strangers {
        var isNamed = false
        try find.forEach(["id": .integer(id)]) { isNamed = $0[0] != 0 }
        if !isNamed { tell(.invented, "\(name) \(id)") }
      }
    }
  }

  /// Whether a document that was not compared names a place.
  private func isElsewhere(_ id: Int, in table: String) -> Bool {
    guard table == "places" else { return false }
    let count = try? connection.value(
      """
      SELECT count(*) FROM place_links JOIN articles USING (article_id)
      JOIN documents USING (document_id) WHERE place_id = :id AND rules <> :today
      """, ["id": .integer(id), "today": .text(rules)])
    return count != 0
  }

  /// The tables that articles share, and whether something names their row `:id`.
  private static let shared = [
    (
      "places",
      "EXISTS (SELECT 1 FROM place_links WHERE place_id = :id) "
        + "OR EXISTS (SELECT 1 FROM places WHERE parent_id = :id)"
    ),
    ("programs", "EXISTS (SELECT 1 FROM program_links WHERE program_id = :id)"),
    ("organizations", "EXISTS (SELECT 1 FROM organization_links WHERE organization_id = :id)"),
    ("people", "EXISTS (SELECT 1 FROM person_links WHERE person_id = :id)"),
  ]

  private func tell(_ difference: ContentComparison.Difference, _ row: String) {
    switch difference {
    case .changed(let column, let here, let there):
      report.tell(
        Fault(
          invariant: "\(column) is \(ContentNames.shown(here)), and its original gives "
            + ContentNames.shown(there), row: row))
    case .invented:
      report.tell(Fault(invariant: "no original gives this row", row: row))
    case .missing:
      report.tell(Fault(invariant: "its original gives this row, which is missing", row: row))
    }
  }
}
