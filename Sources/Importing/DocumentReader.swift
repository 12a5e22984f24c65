import Model
import Reading
import Storing

/// Something to read.
enum ImportJob: Sendable {
  /// A file found, or what refuses it.
  case file(FoundFile)
  /// A document that is in memory already.
  case given(SourceFile)

  /// Its bytes, as far as they are known.
  var size: Int {
    switch self {
    case .file(let found): found.size
    case .given(let file): file.bytes.count
    }
  }
}

/// What reading something gave.
enum Finding: Sendable {
  /// The archive holds its bytes already.
  case known(name: String, sha256: String, size: Int)
  /// It was read.
  case read(DocumentRecord, SourceFile, modified: Int)
  /// It is a link that was not followed.
  case linked
  /// It cannot be imported.
  case failed(name: String, reason: String)
}

/// What each thread of an import does.
struct DocumentReader: Sendable {
  let request: ImportRequest
  /// Documents that an import was killed over: only read when the user names them.
  let passed: Set<String>
  /// Where is told what is being read.
  let underWay: UnderWay?
  /// What the archive holds; nil where that cannot be asked, since the writer looks again.
  let known: KnownDocuments?

  /// Reads one document; `thread` is the number of the thread that does.
  func read(_ job: ImportJob, thread: Int) -> Finding {
    switch job {
    case .given(let file): return read(file, modified: 0, isNamed: true, thread: thread)
    case .file(let found):
      switch found.fate {
      case .wanted: break
      case .linked: return .linked
      case .refused(let reason): return .failed(name: found.name, reason: reason)
      }
      do throws(FileReadError) {
        let bytes = try readFile(found.path, limit: request.sizeLimit)
        let file = SourceFile(name: found.name, bytes: bytes)
        return read(file, modified: found.modified, isNamed: found.isNamed, thread: thread)
      } catch {
        return .failed(name: found.name, reason: error.reason)
      }
    }
  }

  private func read(
    _ file: SourceFile, modified: Int, isNamed: Bool, thread: Int
  ) -> Finding {
    let digest = sha256(of: file.bytes)
    if known?.contains(sha256: digest) == true {
      return .known(name: file.name, sha256: digest, size: file.bytes.count)
    }
    if passed.contains(digest), !isNamed {
      return .failed(name: file.name, reason: Self.passedOver)
    }
    underWay?.begin(digest, size: file.bytes.count, thread: thread)
    defer { underWay?.end(thread: thread) }
    let record = Reading.read(file, charset: request.given.charset, sha256: digest)
    return .read(record, file, modified: modified)
  }

  private static let passedOver =
    "passed over, since an import was killed while reading it; import the file by its own name to "
    + "try again"
}
