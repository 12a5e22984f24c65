import CorpusGenerator
import Decoding
import Model
import Querying
import Restoring
import SQLite
import Segmenting
import Storing
import TestSupport
import Testing

/// Tries spoiled bytes until the time of a stage is over; `body` tells what is wrong.
private func spoil(_ stage: String, _ body: ([UInt8]) throws -> String?) rethrows {
  var mutator = Mutator(seed: fuzzSeed)
  let end = wallClock() + fuzzSeconds / 3
  var rounds = 0
  while wallClock() < end {
    let page = fuzzPages[mutator.below(fuzzPages.count)].bytes
    let other = fuzzPages[mutator.below(fuzzPages.count)].bytes
    let start = mutator.below(page.count)
    let bytes = Array(mutator.mutate(Array(page[start...].prefix(4000)), other).prefix(20_000))
    let fault = try body(bytes)
    #expect(fault == nil, "\(stage), seed \(fuzzSeed), round \(rounds)")
    if fault != nil { return }
    rounds += 1
  }
  print("\(stage): \(rounds) rounds")
}

/// Every character has a place within the bytes.
private func fault(in text: SourcedText, of bytes: [UInt8]) -> String? {
  guard text.origins.count == text.scalars.count else { return "a character has no origin" }
  let isWithin = text.origins.allSatisfy { Int($0.byteOffset) <= bytes.count }
  return isWithin ? nil : "an origin lies outside the bytes"
}

@Test(
  .timeLimit(.minutes(60)),
  arguments: [
    "utf-8", "gb18030", "gbk", "big5", "utf-16le", "utf-16be", "iso-8859-1", "no-such-encoding",
  ])
func `a decoder reads any bytes`(charset: String) {
  for name in ["page.txt", "page.html", "page.md"] {
    var mutator = Mutator(seed: fuzzSeed)
    for _ in 0..<Int(max(4, fuzzSeconds * 2)) {
      let page = fuzzPages[mutator.below(fuzzPages.count)].bytes
      let bytes = Array(mutator.mutate(Array(page.prefix(3000)), page).prefix(20_000))
      let document = decode(SourceFile(name: name, bytes: bytes), charset: charset)
      #expect(fault(in: document.text, of: bytes) == nil, "\(charset) \(name)")
    }
  }
}

@Test(.timeLimit(.minutes(60))) func `restoring and segmenting stand any text`() {
  spoil("restoring and segmenting") { bytes in
    let restored = restore(decode(SourceFile(name: "page.txt", bytes: bytes)))
    if let fault = fault(in: restored.text, of: bytes) { return fault }
    for article in segment(restored).articles {
      if let fault = fault(in: article.body, of: bytes) { return fault }
    }
    return nil
  }
}

@Test(.timeLimit(.minutes(60))) func `any question is answered or refused, never run as SQL`()
  throws
{
  let folder = try TemporaryFolder()
  let path = folder.path("fuzz.db")
  let writer = try ArchiveWriter(path: path)
  for number in 0..<20 {
    let (record, file) = Corpus(seed: 5).record(number)
    _ = try writer.store(record, original: file, Visit(time: "2024-01-01T00:00:00Z", modified: 0))
  }
  try writer.finish()
  let archive = try ArchiveFile(path)
  let words = [
    "all ", "三无小区", "各市的", "programs", " by city", "多少", "'", "\"", "*", " OR ", ";--", "NEAR(",
    "^", "{", ":", "超过", "100万元", "2021年", "以来", "%", "\0", " AND NOT ",
  ]
  var mutator = Mutator(seed: fuzzSeed)
  spoil("questions") { bytes in
    let passage = String(decoding: bytes.prefix(8 + bytes.count % 24), as: UTF8.self)
    let question = (0..<4).map { _ in words[mutator.below(words.count)] }.joined() + passage
    do {
      var search = Request()
      search.show = .articles
      search.filters.texts = [question]
      for request in [search, try archive.understand(question)] {
        for plan in try archive.plan(request) { try plan.run(in: archive) { _ in } }
      }
    } catch let error as QueryError {
      // A refusal is an answer; a complaint of SQLite is not.
      return error.reason == .damaged ? "\(question): \(error)" : nil
    } catch {
      return "\(question): \(error)"
    }
    return nil
  }
}
