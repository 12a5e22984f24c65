import ArgumentParser
@preconcurrency import Glibc
import Querying

/// Runs the body of a command and turns what it throws into a message and an exit status.
func answering(_ body: () throws(QueryError) -> Void) throws {
  do {
    try body()
  } catch {
    Terminal.note(error.description)
    throw status(of: error.reason)
  }
  guard fflush(stdout) == 0, ferror(stdout) == 0 else {
    Terminal.note("standard output cannot be written")
    throw ExitCode(EX_IOERR)
  }
}

private func status(of reason: QueryError.Reason) -> ExitCode {
  switch reason {
  case .nothingFound: ExitCode(1)
  case .wrongUsage: ExitCode(EX_USAGE)
  case .damaged: ExitCode(EX_DATAERR)
  case .cannotRead: ExitCode(EX_IOERR)
  }
}
