import TestSupport

/// An archive of the seeds, made once by the program itself: `archive.db` in a folder.
enum SeedArchive {
  static let folder: TemporaryFolder = {
    do {
      let folder = try TemporaryFolder()
      let result = try run(archiveProgram, ["import", "\(Repository.path)/seeds"], in: folder.path)
      precondition(result.status == 0, "the seeds are imported")
      return folder
    } catch {
      preconditionFailure("\(error)")
    }
  }()
}
