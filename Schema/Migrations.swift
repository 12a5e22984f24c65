/// The SQL that makes an archive file, built into the program.
package enum Migrations {
  /// The scripts in order; the n-th leaves `user_version` at n.
  package static var all: [String] {
    [PackageResources.m0001_base_sql].map { String(decoding: $0, as: UTF8.self) }
  }

  /// The `application_id` of every archive file: `ARCH` in ASCII.
  package static var applicationID: Int64 { 0x4152_4348 }
}
