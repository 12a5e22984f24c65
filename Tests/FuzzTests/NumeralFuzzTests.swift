import TestSupport
import Testing

@testable import Extracting

/// What numerals are made of, and what stands beside them.
private let pieces = [
  "0", "1", "5", "9", "12", "2024", "９", ".", "．", ",", "，", " ", "十", "百", "千", "万", "亿", "零",
  "〇", "两", "半", "几", "余", "多", "百分之", "分之", "千分之", "三", "七", "廿", "%", "％", "‰", "-", "—", "~",
  "至", "到", "、", "第", "元", "亩", "个", "“", "\n", "约", "年", "½", "①", "\u{301}", "𠀀",
]

/// Whether a numeral is what its reader promises; nil, or what is wrong.
private func fault(in numeral: Numeral, at start: Int, of count: Int) -> String? {
  let range = numeral.range
  if range.lowerBound != start || range.isEmpty || range.upperBound > count { return "its range" }
  if !numeral.value.isFinite || numeral.value < 0 { return "its value" }
  guard let upper = numeral.upper else { return nil }
  return upper.isFinite && upper > numeral.value ? nil : "its upper bound"
}

/// Every numeral that starts in a text, and that reading it is bounded.
private func fault(in text: String) -> String? {
  let scalars = Array(text.unicodeScalars)
  let reader = NumeralReader(text: scalars)
  for start in scalars.indices {
    for numeral in [reader.numeral(at: start), reader.single(at: start)].compactMap({ $0 }) {
      if let fault = fault(in: numeral, at: start, of: scalars.count) {
        return "\(fault) in \(text) at \(start): \(numeral)"
      }
    }
  }
  return nil
}

@Test(.timeLimit(.minutes(60))) func `any row of figures and multipliers is a number or none`() {
  var mutator = Mutator(seed: fuzzSeed)
  let end = wallClock() + fuzzSeconds / 3
  var rounds = 0
  while wallClock() < end {
    let parts = (0...mutator.below(14)).map { _ in pieces[mutator.below(pieces.count)] }
    let found = fault(in: parts.joined())
    #expect(found == nil, "seed \(fuzzSeed), round \(rounds)")
    if found != nil { return }
    rounds += 1
  }
  print("numerals: \(rounds) rounds")
}

@Test(arguments: ["9", "十", "万", "1,", "百分之", "1.", "千万亿", "3至", "两", "零"])
func `an endless row of figures is read without end`(piece: String) {
  for count in [1, 10, 310, 600] {
    #expect(fault(in: String(repeating: piece, count: count)) == nil)
  }
}
