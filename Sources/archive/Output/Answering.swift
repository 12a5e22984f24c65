import ArgumentParser
import Querying

/// Runs the body of a command and turns what it throws into a message and an exit status; a long
/// answer stops at each full screen.
func answering(_ output: OutputOptions, _ body: () throws(QueryError) -> Void) throws {
  if !output.noPager { Terminal.startPaging() }
  do {
    try body()
  } catch {
    Terminal.note(error.description)
    throw status(of: error.reason)
  }
}

private func status(of reason: QueryError.Reason) -> ExitCode {
  switch reason {
  case .nothingFound: ExitCode(ExitStatus.nothingFound.rawValue)
  case .wrongUsage: .validationFailure
  case .damaged: ExitCode(ExitStatus.damaged.rawValue)
  case .cannotRead: ExitCode(ExitStatus.inputOutput.rawValue)
  case .stopped: ExitCode(ExitStatus.interrupted.rawValue)
  }
}
