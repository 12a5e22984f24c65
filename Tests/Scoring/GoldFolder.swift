import Foundation
import TestSupport

/// Pages with gold, and under which name their figures are told.
package struct GoldGroup: Sendable {
  /// The name of the group: a column of the floors.
  package let name: String
  /// The gold of its pages, in the order of their names.
  package var documents: [GoldDocument]

  /// One of five parts of the pages, 1 to 5: every fifth in the order of their names.
  ///
  /// What is trained on the other four is scored on this one.
  package func part(_ fold: Int) -> GoldGroup {
    let part = documents.enumerated().filter { $0.offset % Self.folds == fold - 1 }
    return GoldGroup(name: name, documents: part.map(\.element))
  }

  /// How many parts the pages fall into.
  package static let folds = 5

  /// The number of articles that are no copies.
  package var articleCount: Int {
    documents.reduce(0) { $0 + $1.articles.filter { $0.duplicateOf == nil }.count }
  }
}

/// Where pages and their gold lie.
package struct GoldFolder: Sendable {
  /// The pages.
  package let documents: String
  /// Their gold.
  package let gold: String
  /// The name of the group of its pages; tables are a group of their own.
  package let name: String

  /// The seeds and the corpus of the project.
  package static let project = [
    GoldFolder(
      documents: "\(Repository.path)/seeds", gold: "\(Repository.path)/Tests/Gold/seeds",
      name: "seeds"),
    GoldFolder(
      documents: "\(Repository.path)/Tests/Gold/corpus/documents",
      gold: "\(Repository.path)/Tests/Gold/corpus/gold", name: "corpus"),
  ]

  /// A folder of someone's own, with `documents` and `gold`.
  package static func outside(_ path: String) -> GoldFolder {
    GoldFolder(documents: "\(path)/documents", gold: "\(path)/gold", name: "pages")
  }

  /// Its pages, those of tables apart: their names begin with t and a digit.
  ///
  /// - Throws: `GoldError` for a folder without gold and for a file that is none.
  package func groups() throws -> [GoldGroup] {
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: gold)) ?? [])
      .filter { $0.hasSuffix(".json") }.sorted()
    guard !files.isEmpty else {
      throw GoldError(description: "\(gold): no gold there, a file NAME.json for each page")
    }
    let read = try files.map { try Self.read("\(gold)/\($0)") }
    let groups = [
      GoldGroup(name: name, documents: read.filter { !Self.isOfTables($0.document) }),
      GoldGroup(name: "tables", documents: read.filter { Self.isOfTables($0.document) }),
    ]
    return groups.filter { !$0.documents.isEmpty }
  }

  private static func isOfTables(_ name: String) -> Bool {
    name.hasPrefix("t") && name.dropFirst().first?.isNumber == true
  }

  private static func read(_ path: String) throws -> GoldDocument {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(
        GoldDocument.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw GoldError(description: "\(path): \(error)")
    }
  }
}

/// Gold that cannot be used.
package struct GoldError: Error, CustomStringConvertible {
  /// The file and what is wrong with it.
  package let description: String
}
