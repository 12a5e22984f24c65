import CorpusGenerator
import Foundation
import Glibc
import Model
import Reading
import Testing
import TestSupport

/// For how many seconds each fuzz test tries; `make fuzz SECONDS=600` for more.
let fuzzSeconds = Double(ProcessInfo.processInfo.environment["FUZZ_SECONDS"] ?? "") ?? 6

/// Where the numbers start; a new one tries other bytes.
let fuzzSeed = UInt64(ProcessInfo.processInfo.environment["FUZZ_SEED"] ?? "") ?? 1

/// Pages to spoil: the samples and some invented ones, plain and with markup, in two encodings.
let fuzzPages: [(name: String, bytes: [UInt8])] = {
  let invented = (0..<24).map { Corpus(seed: 3).page($0, articles: 1..<3, paragraphs: 1..<4) }
  let samples = (try? Repository.seeds()) ?? []
  return samples + invented.map { ($0.name, $0.bytes) }
}()

@Test func `invented and sample pages are read without a fault`() {
  for page in fuzzPages {
    let file = SourceFile(name: page.name, bytes: page.bytes)
    #expect(RecordFaults(read(file), of: page.bytes).found == [], "\(page.name)")
  }
}

@Test(.timeLimit(.minutes(60)))
func `spoiled pages are read without a fault, and in time`() throws {
  // A crash leaves the bytes that caused it behind.
  let trace = FileManager.default.temporaryDirectory.appendingPathComponent("archive-fuzz-input")
  var mutator = Mutator(seed: fuzzSeed)
  let end = wallClock() + fuzzSeconds
  var rounds = 0
  while wallClock() < end {
    let page = fuzzPages[mutator.below(fuzzPages.count)]
    let other = fuzzPages[mutator.below(fuzzPages.count)].bytes
    let bytes = Array(mutator.mutate(page.bytes, other).prefix(60_000))
    try Data(bytes).write(to: trace)
    let start = wallClock()
    let record = read(SourceFile(name: page.name, bytes: bytes))
    let found = RecordFaults(record, of: bytes).found
    let seconds = wallClock() - start
    guard found.isEmpty, seconds < 30 else {
      let kept = trace.path + "-\(fuzzSeed)-\(rounds)"
      try Data(bytes).write(to: URL(fileURLWithPath: kept))
      Issue.record("seed \(fuzzSeed), round \(rounds), \(seconds) s: \(found); bytes in \(kept)")
      break
    }
    rounds += 1
  }
  try? FileManager.default.removeItem(at: trace)
  print("\(rounds) spoiled pages read")
}

/// Seconds since some fixed moment.
func wallClock() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
