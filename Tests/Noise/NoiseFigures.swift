import Foundation

/// How pages of one kind of noise are read.
package struct NoiseFigures: Sendable {
  /// The number of pages.
  package private(set) var pages = 0
  /// Pages read as if they had been clean.
  package private(set) var whole = 0
  /// Pages that are further from the clean text than they were before.
  package private(set) var worse = 0
  private var damage = 0
  private var undone = 0
  private var characters = 0
  private var missing = 0

  /// No figures yet.
  package init() {}

  /// The share of pages that come back whole.
  package var wholeShare: Double { share(whole, of: pages) }
  /// The share of the damage that is undone: of the pairs of neighbouring characters that a page
  /// has too many or too few.
  package var undoneShare: Double { share(undone, of: damage) }
  /// The share of clean characters that are nowhere in what is read.
  package var lostShare: Double { share(missing, of: characters) }

  /// Counts what was read on a page.
  package mutating func add(found: [CleanText], on page: SpoiledPage) {
    let wanted = page.wanted.map(\.lines).joined(separator: "\n")
    let result = found.map(\.lines).joined(separator: "\n")
    let before = distance(wanted, page.text)
    let after = distance(wanted, result)
    pages += 1
    whole += found == page.wanted ? 1 : 0
    worse += after > before ? 1 : 0
    damage += before
    undone += max(0, before - after)
    characters += wanted.unicodeScalars.count
    missing += bag(Array(wanted.unicodeScalars)).missing(from: bag(Array(result.unicodeScalars)))
  }

  private func share(_ part: Int, of all: Int) -> Double {
    all == 0 ? 1 : Double(part) / Double(all)
  }
}

/// The pairs of neighbouring characters that only one of two texts has; blank lines do not count.
private func distance(_ a: String, _ b: String) -> Int {
  let (a, b) = (bag(pairs(a)), bag(pairs(b)))
  return a.missing(from: b) + b.missing(from: a)
}

private func pairs(_ text: String) -> [UInt64] {
  let lines = text.split(separator: "\n").joined(separator: "\n").unicodeScalars
  return zip(lines, lines.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
}

private func bag<Item: Hashable>(_ items: [Item]) -> [Item: Int] {
  items.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

extension Dictionary where Value == Int {
  fileprivate func missing(from other: Self) -> Int {
    reduce(0) { $0 + Swift.max(0, $1.value - (other[$1.key] ?? 0)) }
  }
}

extension NoiseFigures {
  /// The figures of a kind over texts; each stands beside the next one where two are needed.
  package init(of kind: NoiseKind, over texts: [CleanText]) {
    self.init()
    for (index, text) in texts.enumerated() {
      let other = texts[(index + 1) % texts.count]
      let page = kind.spoil(text, beside: other, seed: UInt64(index))
      add(found: CleanText.found(on: page.text), on: page)
    }
  }

  /// The head of a table of figures.
  package static let head = "kind              pages   whole  undone    lost   worse"

  /// The figures as a line of the table.
  package func line(_ kind: NoiseKind) -> String {
    let name = kind.rawValue.padding(toLength: 16, withPad: " ", startingAt: 0)
    let shares = [wholeShare, undoneShare, lostShare].map { String(format: "%8.3f", $0) }
    return name + String(format: "%7d", pages) + shares.joined() + String(format: "%8d", worse)
  }
}
