package import TestSupport

/// A fresh archive that the built program made of some pages; it goes away with the last reference.
package struct ImportedArchive: Sendable {
  private let folder: TemporaryFolder
  /// What the program said about files that it could not read, empty where all is well.
  package let complaints: String

  /// Imports folders.
  ///
  /// - Throws: what the system says, or `GoldError` with the program's words where it failed.
  package init(of folders: [String]) throws {
    folder = try TemporaryFolder()
    let result = try TestSupport.run(archiveProgram, ["import"] + folders, in: folder.path)
    // 3: some files failed, which the figures show by themselves.
    guard result.status == 0 || result.status == 3 else {
      throw GoldError(description: "import ended with \(result.status): \(result.errors)")
    }
    complaints = result.status == 0 ? "" : result.errors
  }

  /// The archive file.
  package var path: String { folder.path("archive.db") }

  /// Runs a command of the program on it.
  ///
  /// - Throws: what the system says when the program cannot be started.
  package func run(_ arguments: [String]) throws -> RunResult {
    try TestSupport.run(archiveProgram, arguments, in: folder.path)
  }
}
