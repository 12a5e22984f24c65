import Scoring

/// The seeds and the corpus as the built program reads them, imported once for all tests.
enum ProjectArchive {
  static let imported = Result { try ImportedArchive(of: GoldFolder.project.map(\.documents)) }
  static let articles = Result { try readArchive(imported.get().path) }
  static let groups = Result { try GoldFolder.project.flatMap { try $0.groups() } }

  /// What falls below a floor when the archive is changed in some way.
  static func faults(
    after change: (inout [String: [StoredArticle]]) -> Void = { _ in }
  ) throws -> [String] {
    var archive = try articles.get()
    change(&archive)
    let floors = try Floors()
    return try groups.get().flatMap { group in
      floors.faults(of: score(archive, against: group), in: group.name)
    }
  }
}
