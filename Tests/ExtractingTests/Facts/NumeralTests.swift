import Model
import TestSupport
import Testing

@testable import Extracting

@Suite struct NumeralTests {
  private func check(
    _ marked: String, _ value: Double, to upper: Double? = nil, _ approx: Approximation? = nil,
    unit: String? = nil
  ) {
    let text = MarkedText(marked)
    let scalars = Array(text.text.unicodeScalars)
    guard let span = text.spans.first,
      let numeral = NumeralReader(text: scalars).numeral(at: span.start)
    else {
      Issue.record("\(marked) holds no numeral")
      return
    }
    #expect(numeral.range == span.range, "\(marked)")
    #expect(numeral.value == value, "\(marked)")
    #expect(numeral.upper == upper, "\(marked)")
    #expect(numeral.approx == approx, "\(marked)")
    #expect(numeral.unit == unit, "\(marked)")
  }

  @Test func `Arabic figures take separators, points and multipliers`() {
    check("⟦216⟧公里", 216)
    check("⟦1,100万⟧元", 11_000_000)
    check("⟦12,345,678⟧元", 12_345_678)
    check("⟦10829.59万⟧元", 108_295_900)
    check("⟦1 .8万⟧元", 18_000)
    check("⟦１２．５亿⟧元", 1_250_000_000)
    check("⟦3万4000⟧人", 34_000)
    check("⟦25万6千⟧人", 256_000)
    check("⟦3亿5000万⟧元", 350_000_000)
    check("⟦5百万⟧元", 5_000_000)
    check("⟦0.1⟧元", 0.1)
  }

  @Test(arguments: ["廿亿两三亿", "三万两三万"])
  func `a range that does not go up is no number`(text: String) {
    #expect(NumeralReader(text: Array(text.unicodeScalars)).numeral(at: 0) == nil)
  }

  @Test func `Chinese figures add up`() {
    check("⟦两⟧个", 2)
    check("⟦二十⟧个", 20)
    check("⟦十五⟧个", 15)
    check("⟦一百零五⟧个", 105)
    check("⟦三百五⟧", 350)
    check("⟦一千五百万⟧元", 15_000_000)
    check("⟦二十万亿⟧元", 20_000_000_000_000)
    check("⟦一万五千亿⟧元", 1_500_000_000_000)
    check("⟦一万零一十二⟧人", 10_012)
    check("⟦廿五⟧个", 25)
    check("⟦二〇二四⟧", 2024)
    check("⟦半⟧年", 0.5)
  }

  @Test func `more than so many is told from so many`() {
    check("⟦三百余⟧人", 300, .over)
    check("⟦十多⟧个", 10, .over)
    check("⟦十余万⟧人", 100_000, .over)
    check("⟦二百三十余万⟧元", 2_300_000, .over)
    check("⟦1.5万余⟧户", 15_000, .over)
    check("⟦5亿多⟧元", 500_000_000, .over)
    check("⟦15余万⟧平方米", 150_000, .over)
    check("⟦百余⟧家", 100, .over)
    check("⟦80多⟧岁", 80, .over)
  }

  private func check(_ marked: String, _ value: Double, _ approx: Approximation) {
    check(marked, value, to: nil, approx)
  }

  @Test func `every sign joins the ends of a range`() {
    for sign in ["-", "－", "–", "—", "——", "~", "～", "至", "到"] {
      check("⟦10\(sign)100⟧名", 10, to: 100)
    }
    check("⟦三至五⟧天", 3, to: 5)
    check("⟦四到五⟧个月", 4, to: 5)
    check("⟦五六⟧个", 5, to: 6)
    check("约⟦两三万⟧九户", 20_000, to: 30_000)
    check("⟦三四十⟧个", 30, to: 40)
    check("⟦十五六⟧个", 15, to: 16)
    check("⟦七八千⟧人", 7000, to: 8000)
    check("⟦1.8万到2.1万⟧元", 18_000, to: 21_000)
    check("⟦3-5万⟧元", 30_000, to: 50_000)
    check("⟦0.5～1.2亿⟧元", 50_000_000, to: 120_000_000)
  }

  @Test func `what falls or looks like a code is no range`() {
    check("⟦028⟧-86423129", 28)
    check("⟦5⟧-3", 5)
    check("⟦五⟧一", 5)
  }

  @Test func `fractions are percentages`() {
    check("⟦百分之五⟧", 5, unit: "%")
    check("⟦百分之80⟧", 80, unit: "%")
    check("⟦百分之九十六⟧以上", 96, unit: "%")
    check("⟦四分之三⟧", 75, unit: "%")
    check("⟦千分之三⟧", 0.3, unit: "%")
  }

  @Test func `the thousand of a unit stays with the unit`() {
    check("⟦一⟧千瓦", 1)
    check("⟦300⟧千米", 300)
    check("⟦五⟧千克", 5)
    check("⟦五千⟧人", 5000)
  }

  @Test func `any number written in any form reads back`() {
    let seed: UInt64 = 20_240_607
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let digits = Int.random(in: 1...12, using: &generator)
      let number = Int.random(in: 1...Self.power(10, digits), using: &generator)
      for words in Self.forms(of: number) {
        let read = NumeralReader(text: Array("\(words)个".unicodeScalars)).numeral(at: 0)
        #expect(read?.value == Double(number), "seed \(seed): \(words)")
        #expect(read?.range.upperBound == words.unicodeScalars.count, "seed \(seed): \(words)")
      }
    }
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  private static func forms(of number: Int) -> [String] {
    var forms = [String(number), grouped(number), chinese(number)]
    if number % 10_000 == 0 { forms.append("\(number / 10_000)万") }
    if number % 1_000_000 == 0, number % 100_000_000 != 0 {
      forms.append("\(Double(number) / 100_000_000)亿")
    }
    return forms
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { index, digit in
      let rest = digits.count - index
      return index > 0 && rest % 3 == 0 ? ",\(digit)" : "\(digit)"
    }.joined()
  }

  private static func chinese(_ number: Int) -> String {
    var words = ""
    var isGap = false
    for (scale, name) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
      let section = number / scale % 10_000
      guard section > 0 || (scale == 100_000_000 && number >= 1_000_000_000_000) else {
        isGap = !words.isEmpty
        continue
      }
      if !words.isEmpty, isGap || section < 1000 { words += "零" }
      words += self.section(scale == 100_000_000 ? number / scale : section) + name
      isGap = false
    }
    return words
  }

  private static func section(_ number: Int) -> String {
    guard number < 10_000 else {
      let low = number % 10_000
      return section(number / 10_000) + "万"
        + (low == 0 ? "" : (low < 1000 ? "零" : "") + section(low))
    }
    let names = Array("零一二三四五六七八九")
    var words = ""
    var isGap = false
    for (scale, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / scale % 10
      guard digit > 0 else {
        isGap = !words.isEmpty
        continue
      }
      if isGap { words += "零" }
      isGap = false
      words += "\(names[digit])\(name)"
    }
    return words
  }
}
