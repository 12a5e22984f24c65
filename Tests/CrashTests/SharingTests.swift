import SQLite
import Schema
import Testing
import TestSupport

@Test(.timeLimit(.minutes(15)))
func `two imports at once both finish, or one says that the other writes`() throws {
  let sample = try SampleFolder(pages: 300, seed: 11)
  let whole = try ArchiveState.rows(of: sample.importWhole(into: "whole.db"))
  for round in 0..<2 {
    let name = "\(round).db"
    let programs = try (0..<2).map { _ in
      try RunningProgram(sample.importing(into: name, workers: 1), in: sample.folder)
    }
    for program in programs {
      let end = try program.wait()
      let isRefused = end.status == 74 && end.errors.contains("another process is writing")
      #expect(end.status == 0 || isRefused, "\(end)")
    }
    try sample.importWhole(into: name)
    #expect(try ArchiveState.soundDocuments(in: sample.folder.path(name)) == sample.pages)
    #expect(try ArchiveState.rows(of: sample.folder.path(name)) == whole)
  }
}

@Test(.timeLimit(.minutes(15)))
func `readers see whole batches while an import runs`() throws {
  let sample = try SampleFolder(pages: 300, seed: 12)
  let program = try RunningProgram(sample.importing(into: "a.db"), in: sample.folder)
  var seen = 0
  var looks = 0
  while program.isRunning {
    guard let documents = try? ArchiveState.soundDocuments(in: sample.folder.path("a.db")) else {
      pause(0.01)  // The file is being made.
      continue
    }
    #expect(documents >= seen)
    seen = documents
    looks += 1
  }
  #expect(looks > 0)
  #expect(try program.wait().status == 0)
  #expect(try ArchiveState.soundDocuments(in: sample.folder.path("a.db")) == sample.pages)
}

@Test(.timeLimit(.minutes(15)))
func `an archive that another program keeps locked is waited for, then refused`() throws {
  let sample = try SampleFolder(pages: 3, seed: 13)
  try sample.importWhole(into: "a.db")
  let other = try ArchiveFormat.write(sample.folder.path("a.db"))
  try other.execute("BEGIN EXCLUSIVE")
  let refused = try run(archiveProgram, sample.importing(into: "a.db"), in: sample.folder.path)
  #expect(refused.status == 74)
  #expect(refused.errors.contains("another process is writing"))
  try other.execute("ROLLBACK")
  try sample.importWhole(into: "a.db")
}
