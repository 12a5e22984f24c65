package import SQLite

/// The rows that no reading of the originals gives again: names, what was said at import, what the
/// user decided, times of files.
package enum ToldRows {
  /// A table, and its rows as they count.
  package struct Table: Sendable {
    /// Its name.
    package let name: String
    /// The columns that count, for people.
    package let columns: String
    /// Selects everything that counts; those of documents `:first` to `:last` where it is theirs.
    package let rows: String
  }

  /// Tables with rows for each document.
  package static let ofDocuments = [
    Table(
      name: "documents", columns: "name, collection, original, rules, why it failed",
      rows: """
        SELECT document_id, name, sha256, collection, original, rules, replaces,
          CASE WHEN sha256 IS NULL THEN status END, CASE WHEN sha256 IS NULL THEN error END
        FROM documents WHERE document_id BETWEEN :first AND :last
        """),
    Table(
      name: "document_names", columns: "name, document_id, container_id, member",
      rows: """
        SELECT name, document_id, container_id, member
        FROM document_names WHERE document_id BETWEEN :first AND :last
        """),
    Table(
      name: "given", columns: "key, value",
      rows: """
        SELECT document_id, key, value FROM given WHERE document_id BETWEEN :first AND :last
        """),
    Table(
      name: "sqlar", columns: "name, mode, mtime, sz",
      rows: """
        SELECT sqlar.name, mode, mtime, sz FROM documents JOIN sqlar ON sqlar.name = original
        WHERE document_id BETWEEN :first AND :last
        """),
  ]

  /// Tables of the file as a whole.
  package static let ofFile = [
    whole("topics", "topic, word, weight, origin"),
    whole("synonyms", "word, means"),
    whole("indicators", "indicator_id, name, dimension, unit"),
    whole("indicator_forms", "indicator_id, subject, action, unit"),
    whole(
      "corrections",
      "key, made_at, made_by, document_sha256, part, byte_offset, byte_length, quote, occurrence, "
        + "layer, field, old, new, reason, undoes"),
    whole("correction_states", "key, state, detail"),
    whole("properties", "name, value", where: "name NOT GLOB 'digest: *'"),
  ]

  private static func whole(
    _ table: String, _ columns: String, where condition: String = "1"
  ) -> Table {
    Table(
      name: table, columns: columns,
      rows: "SELECT \(columns) FROM \(table) WHERE \(condition)")
  }

  /// The sum of the numbers of a table's rows, which has no order.
  ///
  /// - Throws: `SQLiteError` when the file cannot be read.
  package static func sum(
    _ rows: Statement, first: Int = .min, last: Int = .max
  ) throws(SQLiteError) -> UInt64 {
    var sum: UInt64 = 0
    try rows.forEach(["first": .integer(first), "last": .integer(last)] as [String: Value]) {
      var hash = RowHash()
      for column in 0..<$0.count { hash.add($0[column]) }
      sum &+= hash.value
    }
    return sum
  }

  /// The name of the property that keeps the digest of a table.
  package static func property(of table: String) -> String { "digest: \(table)" }

  /// A digest as the property keeps it: sixteen hexadecimal digits.
  package static func text(of sum: UInt64) -> String {
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The digests of what was told, renewed by the writer in the transaction that changes it, so that
/// a change by hand shows.
final class ToldDigest {
  private let connection: Connection
  private let statements: [Statement]
  /// The sums of this batch; nil between batches, since another process may write then.
  private var sums: [UInt64]?
  /// The sums of tables of the whole file as they were before this batch changed them.
  private var touched: [String: UInt64] = [:]
  /// Whether all sums are counted anew.
  private var isRecount = false

  init(_ connection: Connection) throws(SQLiteError) {
    self.connection = connection
    var statements: [Statement] = []
    for table in ToldRows.ofDocuments { statements.append(try connection.prepare(table.rows)) }
    self.statements = statements
  }

  /// Counts a document that was added.
  func add(_ document: Int) throws(SQLiteError) { try count(document) { $0 &+= $1 } }

  /// Runs `body`, which changes what was told of one document, or takes it out.
  func changing(
    _ document: Int, _ body: () throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    try count(document) { $0 &-= $1 }
    try body()
    try add(document)
  }

  /// Notes that rows of a table of the whole file will change.
  ///
  /// What was changed by hand before stays a difference: only the change is counted.
  func touch(_ name: String) throws(SQLiteError) {
    for table in ToldRows.ofFile where table.name == name && touched[name] == nil {
      touched[name] = try ToldRows.sum(try connection.prepare(table.rows))
    }
  }

  private func count(
    _ document: Int, _ change: (inout UInt64, UInt64) -> Void
  ) throws(SQLiteError) {
    var sums: [UInt64]
    if let counted = self.sums { sums = counted } else { sums = try stored() }
    for (place, statement) in statements.enumerated() {
      change(&sums[place], try ToldRows.sum(statement, first: document, last: document))
    }
    self.sums = sums
  }

  private func stored() throws(SQLiteError) -> [UInt64] {
    var sums: [UInt64] = []
    for table in ToldRows.ofDocuments { sums.append(try stored(table.name)) }
    return sums
  }

  /// The digest that the file has of a table.
  private func stored(_ table: String) throws(SQLiteError) -> UInt64 {
    let text = try Properties(connection).value(of: ToldRows.property(of: table))
    return text.flatMap { UInt64($0, radix: 16) } ?? 0
  }

  /// Stores the digests of what has changed; the last thing before the transaction ends.
  func save() throws(SQLiteError) {
    for (table, sum) in zip(ToldRows.ofDocuments, sums ?? []) { try put(table.name, sum) }
    for table in ToldRows.ofFile where isRecount || touched[table.name] != nil {
      let now = try ToldRows.sum(try connection.prepare(table.rows))
      let before = touched[table.name] ?? 0
      try put(table.name, isRecount ? now : try stored(table.name) &+ now &- before)
    }
    forget()
  }

  /// Counts every row anew, of a file that has no digests yet.
  func recount() throws(SQLiteError) {
    var sums: [UInt64] = []
    for statement in statements { sums.append(try ToldRows.sum(statement)) }
    self.sums = sums
    isRecount = true
  }

  /// Forgets what was not saved: the transaction is over.
  func forget() { (sums, touched, isRecount) = (nil, [:], false) }

  private func put(_ table: String, _ sum: UInt64) throws(SQLiteError) {
    try Properties(connection).put(ToldRows.text(of: sum), as: ToldRows.property(of: table))
  }
}
