/// The SQL that makes an archive file, built into the program.
package enum Schema {
  /// The migrations in order; the n-th leaves `user_version` at n.
  package static var migrations: [String] {
    [PackageResources.m0001_base_sql].map { String(decoding: $0, as: UTF8.self) }
  }
}
