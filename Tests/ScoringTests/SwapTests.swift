import Foundation
import Scoring
import Swaps
import TestSupport
import Testing

/// Words are swapped for others of their sort, from lists that no rule was made from: the reading
/// has to move with them, or the rules know the words and not the language.
@Suite struct SwapTests {
  private static let groups = Result {
    [
      "pages": try GoldFolder.project.flatMap { try SwapPage.all(in: $0.documents) },
      "examples": try SwapPage.examples(),
    ]
  }

  private static let page = SwapPage(
    text: """
      金堂县三溪镇红旗村修路

      今年，金堂县三溪镇红旗村修路15公里。村党支部书记刘大勇说，路灯装了230盏。

      """)

  @Test(arguments: ["pages", "examples"], SwapKind.allCases)
  func `the reading moves with what is swapped, but for failures that are known`(
    _ group: String, _ kind: SwapKind
  ) throws {
    let figures = SwapFigures(of: kind, on: try Self.groups.get()[group] ?? [])
    #expect(
      try KnownFailures().allow(figures, kind, on: group),
      "\(figures.failures.count) of \(figures.swaps): \(figures.failures.joined(separator: "\n"))")
  }

  @Test func `a number, a name and a village move in a plain sentence`() {
    for kind in [SwapKind.names, .villages, .numbers] {
      let figures = SwapFigures(of: kind, on: [Self.page])
      #expect(figures.swaps >= 1 && figures.failures == [], "\(kind)")
    }
  }

  @Test func `a count may fall and not rise`() throws {
    let folder = try TemporaryFolder()
    let figures = SwapFigures(of: .numbers, on: [Self.page])
    let path = try folder.write("swaps.tsv", "pages\tkind\tswaps\tfailures\npages\tnumbers\t4\t3\n")
    var known = try KnownFailures(path: path)
    #expect(known.allow(figures, .numbers, on: "pages"))
    #expect(!known.allow(figures, .verbs, on: "pages"))
    #expect(!known.allow(SwapFigures(of: .numbers, on: []), .numbers, on: "pages"))
    known.take(figures, .numbers, on: "pages", lowering: false)
    try known.write(to: path)
    #expect(
      try String(contentsOfFile: path, encoding: .utf8).contains("pages\tnumbers\t2\t0\n"),
      "\(figures)")
  }
}
