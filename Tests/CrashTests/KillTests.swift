import CorpusGenerator
import Testing
import TestSupport

/// Kills the import of an archive at random moments until it has been done to its end, again and
/// again, and looks at the file after each blow.
///
/// `ARCHIVE_TEST_KILLS` sets the number of kills, `ARCHIVE_TEST_SEED` the moments.
@Test(.timeLimit(.minutes(15)))
func `killed at any moment, an archive is sound and the next import finishes the work`() throws {
  let sample = try SampleFolder(pages: 320)
  let start = wallClock()
  let whole = try ArchiveState.rows(of: sample.importWhole(into: "whole.db"))
  let duration = wallClock() - start
  let seed = setting("ARCHIVE_TEST_SEED", default: 1)
  var random = Dice(seed: UInt64(seed))
  var kills = 0
  var archive = 0
  while kills < setting("ARCHIVE_TEST_KILLS", default: 12) {
    archive += 1
    kills += try killUntilDone("\(archive).db", sample, duration, &random)
    #expect(try ArchiveState.rows(of: sample.folder.path("\(archive).db")) == whole, "seed \(seed)")
  }
}

/// Imports into an archive, killed up to six times on the way; how many kills hit.
private func killUntilDone(
  _ name: String, _ sample: SampleFolder, _ duration: Double, _ random: inout Dice
) throws -> Int {
  var kills = 0
  var committed = 0
  while kills < 6 {
    let program = try RunningProgram(sample.importing(into: name), in: sample.folder)
    pause(duration * Double(random.number(0..<1000)) / 1000)
    guard program.isRunning else { break }
    program.kill()
    kills += 1
    guard let documents = try documents(after: name, sample) else { continue }
    #expect(documents >= committed, "what was committed is still there")
    committed = documents
  }
  try sample.importWhole(into: name)
  try expectProved(name, sample)
  return max(kills, 1)
}

/// The documents of a file that is sound, nil where it was killed before the file was made.
private func documents(after name: String, _ sample: SampleFolder) throws -> Int? {
  let verified = try run(archiveProgram, ["verify", "-d", name], in: sample.folder.path)
  let isUnmade =
    verified.errors.contains("no such archive") || verified.errors.contains("not an archive")
  if isUnmade { return nil }
  #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  return try ArchiveState.soundDocuments(in: sample.folder.path(name))
}

private func expectProved(_ name: String, _ sample: SampleFolder) throws {
  let verified = try run(archiveProgram, ["verify", "-d", name], in: sample.folder.path)
  #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  #expect(try ArchiveState.soundDocuments(in: sample.folder.path(name)) == sample.pages)
}
