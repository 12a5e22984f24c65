import Model
import Testing

@testable import Extracting

@Suite struct BoundariesTests {
  /// Checks the runs of name characters of a text, divided by `|`.
  private func check(_ runs: String) {
    let expected = runs.split(separator: "|").map(String.init)
    let text = Array(runs.unicodeScalars.filter { $0 != "|" && $0 != "_" })
    let starts = Boundaries.runStarts(in: text)
    var found: [String] = []
    var at = 0
    while at < text.count {
      var end = at
      while end < text.count, starts[end] <= at { end += 1 }
      if end > at { found.append(String(String.UnicodeScalarView(text[at..<end]))) }
      at = max(end, at + 1)
    }
    #expect(found == expected.filter { !$0.hasPrefix("_") }, "\(runs)")
  }

  @Test func `a run ends before words that no name holds`() {
    check("柳林镇|_推行|河长制")
    check("新城|_的|学校|_，|_位于|东街")
  }

  @Test func `longer words protect what looks like a boundary`() {
    check("市住房和城乡建设局")
    check("和平路")
    check("服务中心")
  }

  @Test func `dates and counts are boundaries`() {
    check("_2024年|柳林大桥")
    check("_3万吨|粮库")
    check("_2024年度|云岭工程")
    check("_2024年|度假村")
  }

  @Test func `a word of place bounds only what it stands behind`() {
    check("小区|_里|_的|花")
    check("中绿集团")
  }

  @Test func `a number before 里 counts the miles of a name`() {
    for name in ["七里桥灌区", "七里塘灌区", "九里坡小学", "三里屯街道", "百里画廊"] { check(name) }
    check("新房|_里|_的|花")
  }

  @Test func `a size in brackets is part of a name`() {
    check("小（二）型水库|_（|二|_）|期")
  }

  @Test func `no word bounds a name inside a place`() {
    let text = Array("在安和路与新街".unicodeScalars)
    let starts = Boundaries.runStarts(in: text, places: [Span(start: 1, end: 4)])
    #expect(starts[1...3].allSatisfy { $0 == 1 })
    #expect(starts[4] > 4)
  }
}
