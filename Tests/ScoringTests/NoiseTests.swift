import Noise
import Scoring
import Testing

/// Noise that is put into clean text; `make noise` measures all of it.
@Suite struct NoiseTests {
  /// Every eighth clean text: enough to see a kind fail, few enough for every run of the tests.
  private static let texts = Result {
    let all = try GoldFolder.project.flatMap { try CleanText.all(in: $0.documents) }
    return all.indices.filter { $0 % 8 == 0 }.map { all[$0] }
  }

  @Test func `every kind of noise spoils a page, the same way each time`() throws {
    let texts = try Self.texts.get()
    #expect(texts.count >= 8)
    for kind in NoiseKind.allCases where kind != .clean {
      let page = kind.spoil(texts[0], beside: texts[1], seed: 1)
      #expect(page.text != texts[0].page, "\(kind)")
      #expect(page.text == kind.spoil(texts[0], beside: texts[1], seed: 1).text, "\(kind)")
      #expect(page.wanted.count == ([.interleaved, .joined].contains(kind) ? 2 : 1))
    }
  }

  /// Kinds that the rules undo, with the share of damage undone on these texts today.
  @Test(arguments: [
    (NoiseKind.clean, 1), (.column, 0.9), (.looseColumn, 0.8), (.fullWidth, 0.98),
    (.invisible, 0.98), (.pinyin, 0.98), (.entities, 0.98), (.portal, 0.98), (.repeated, 0.9),
    (.spacedDigits, 0.95), (.doubled, 0.6),
  ])
  func `what comes back keeps coming back`(_ kind: NoiseKind, _ share: Double) throws {
    let figures = NoiseFigures(of: kind, over: try Self.texts.get())
    #expect(figures.undoneShare >= share, "\(figures.line(kind))")
    #expect(figures.lostShare < 0.01, "\(figures.line(kind))")
  }

  @Test func `figures tell what is whole, worse and lost`() {
    let text = CleanText(title: "东河县通车", paragraphs: ["今年以来，东河县修路15公里。"])
    var figures = NoiseFigures()
    figures.add(found: [text], on: NoiseKind.fullWidth.spoil(text, beside: text, seed: 1))
    #expect((figures.wholeShare, figures.undoneShare, figures.lostShare) == (1, 1, 0))
    #expect(figures.worse == 0)
    figures.add(found: [], on: NoiseKind.fullWidth.spoil(text, beside: text, seed: 1))
    #expect(figures.wholeShare == 0.5 && figures.worse == 1 && figures.lostShare == 0.5)
  }
}
