import ArgumentParser
import Schema

/// How the program ends; the numbers of `sysexits.h` where it has one.
enum ExitStatus: Int32 {
  /// A query found nothing.
  case nothingFound = 1
  /// An import finished, but some files failed.
  case partial = 3
  /// A file or archive is damaged, or is no archive.
  case damaged = 65
  /// Something could not be read or written.
  case inputOutput = 74
  /// The user stopped it.
  case interrupted = 130
}

extension ExitStatus {
  /// The status that tells of an archive file's error.
  init(_ error: ArchiveFileError) {
    switch error.trouble {
    case .contents: self = .damaged
    case .access: self = .inputOutput
    case .stop: self = .interrupted
    }
  }
}

/// Ends the program with a status, after a message on standard error.
func fail(_ status: ExitStatus, _ message: String) -> ExitCode {
  report("archive: \(message)")
  return ExitCode(status.rawValue)
}

/// Runs `body`; an error of the archive file becomes its message and status.
func withArchiveErrors<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as ArchiveFileError {
    throw fail(ExitStatus(error), "\(error)")
  }
}
