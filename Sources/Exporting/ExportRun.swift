package import Querying
import Reading

/// Gives originals of an archive back as files.
package struct ExportRun: ~Copyable {
  /// An original that was not given back.
  package struct Failure: Sendable {
    /// Its name.
    package let name: String
    /// Why not.
    package let reason: String
    /// Whether the archive is to blame rather than the folder.
    package let isDamage: Bool
  }

  /// What a run has done.
  package struct Summary: Sendable {
    /// How many files were written.
    package var written = 0
    /// How many were there already, byte for byte.
    package var there = 0
    /// Those that were not given back.
    package var failures: [Failure] = []
  }

  private let file: ArchiveFile
  private let folder: TargetFolder
  private let isReplacing: Bool
  private var summary = Summary()
  private var names: Set<String> = []

  /// Opens the folder, making it where there is none.
  ///
  /// - Throws: `QueryError` when it cannot be had.
  package init(
    of file: ArchiveFile, to path: String, replacing isReplacing: Bool
  ) throws(QueryError) {
    self.file = file
    self.isReplacing = isReplacing
    do {
      folder = try TargetFolder(path)
    } catch {
      throw QueryError(.cannotRead, "\(path): \(error.reason)")
    }
  }

  /// Writes each original below the folder.
  ///
  /// - Throws: `QueryError` when the archive cannot be read any further.
  package mutating func run(_ originals: [NamedOriginal]) throws(QueryError) -> Summary {
    for original in originals { try give(original) }
    return summary
  }

  private mutating func give(_ original: NamedOriginal) throws(QueryError) {
    guard let name = free(original) else {
      return fail(original.name, "other originals have its name", isDamage: true)
    }
    if let fault = OriginalName.fault(of: name) {
      return fail(name, "not a name for a file: \(fault)", isDamage: true)
    }
    guard let bytes = try file.bytes(of: original), sha256(of: bytes) == original.sha256 else {
      return fail(name, "its original is damaged; `archive verify` tells more", isDamage: true)
    }
    do {
      switch try folder.write(
        bytes, to: name, modified: original.modified, replacing: isReplacing)
      {
      case .written: summary.written += 1
      case .there: summary.there += 1
      }
    } catch {
      fail(name, error.reason, isDamage: false)
    }
  }

  /// The name; where two documents bear one, the newer has it and the other its digest behind it,
  /// as in `sqlar`.
  private mutating func free(_ original: NamedOriginal) -> String? {
    let behind = "\(original.name)@\(original.sha256.prefix(12))"
    return [original.name, behind].first { names.insert($0).inserted }
  }

  private mutating func fail(_ name: String, _ reason: String, isDamage: Bool) {
    summary.failures.append(Failure(name: name, reason: reason, isDamage: isDamage))
  }
}
