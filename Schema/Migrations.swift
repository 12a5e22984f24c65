package import SQLite

/// The SQL that makes an archive file, built into the program.
package enum Migrations {
  /// The scripts in order, the n-th of which leaves `user_version` at n.
  ///
  /// A script that was released never changes.
  package static var all: [String] {
    [PackageResources.m0001_base_sql, PackageResources.m0002_evidence_sql].map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The `application_id` of every archive file: `ARCH` in ASCII.
  package static var applicationID: Int64 { 0x4152_4348 }

  /// Runs `body` as one transaction in which scripts may run.
  ///
  /// Scripts make tables anew under their names, with what they hold. While foreign keys hold, a
  /// table that goes empties those that refer to it, and by default a view of the user's on a table
  /// stops its renaming; neither can be changed inside a transaction
  /// (sqlite.org/lang_altertable.html, section 7).
  ///
  /// - Throws: what `body` throws; the file is then as before.
  package static func transaction(
    on connection: Connection, _ body: () throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    try connection.execute("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON")
    defer {
      // A file that refuses this refuses the next statement, too.
      try? connection.execute("PRAGMA foreign_keys = ON; PRAGMA legacy_alter_table = OFF")
    }
    try connection.transaction(body)
  }

  /// Runs the scripts that lead a file from one version to another, inside such a transaction.
  ///
  /// - Throws: `SQLiteError` when a script fails.
  package static func run(
    on connection: Connection, from first: Int, to last: Int = all.count
  ) throws(SQLiteError) {
    for script in all[..<last].dropFirst(first) { try connection.execute(script) }
    try connection.execute("PRAGMA user_version = \(last)")
  }
}
