import Foundation
import Model
import TestSupport

extension SwappedPage {
  /// Changes the verb, the digits or the unit of a number, where its sentence allows it.
  mutating func swap(_ kind: SwapKind, _ fact: FactRecord, _ random: inout SeededGenerator) {
    let changed =
      switch kind {
      case .verbs: verb(of: fact, &random)
      case .numbers: number(of: fact, &random)
      default: unit(of: fact, &random)
      }
    guard let changed,
      replace(changed.old, by: changed.new, inside: fact.sentenceText)
    else { return }
    wanted.append((Thing(fact: fact), changed.reading))
  }

  private struct Change {
    let old: String
    let new: String
    let reading: Thing
  }

  private func verb(of fact: FactRecord, _ random: inout SeededGenerator) -> Change? {
    guard let action = fact.action, action.count == 2,
      fact.sentenceText.contains(action), !(fact.subject ?? "").contains(action),
      let verb = Self.verbs.randomElement(using: &random), !text.contains(verb)
    else { return nil }
    return Change(old: action, new: verb, reading: Thing(fact: fact, action: verb))
  }

  private func number(of fact: FactRecord, _ random: inout SeededGenerator) -> Change? {
    let digits = fact.quote.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard fact.valueMax == nil, digits.count > 1, let old = Double(digits), old > 0 else {
      return nil
    }
    let figures = digits.enumerated().map { place, digit in
      // No zero in front or at the end, so that the number stays as long as it is.
      let lowest = place == 0 || place == digits.count - 1 ? 1 : 0
      return digit == "." ? "." : String(Int.random(in: lowest...9, using: &random))
    }.joined()
    guard let new = Double(figures), new != old else { return nil }
    let quote = figures + fact.quote.dropFirst(digits.count)
    return Change(
      old: fact.quote, new: quote,
      reading: Thing(fact: fact, quote: quote, value: fact.value * new / old))
  }

  private func unit(of fact: FactRecord, _ random: inout SeededGenerator) -> Change? {
    guard Self.units.contains(fact.unit), fact.quote.hasSuffix(fact.unit),
      let unit = Self.units.filter({ $0 != fact.unit }).randomElement(using: &random)
    else { return nil }
    let quote = String(fact.quote.dropLast(fact.unit.count)) + unit
    return Change(
      old: fact.quote, new: quote, reading: Thing(fact: fact, quote: quote, unit: unit))
  }

  /// Verbs of work and household from a list of frequent verbs, none of them from a page.
  private static let verbs = [
    "囤积", "晾晒", "打捞", "缝制", "熬制", "驯养", "雕刻", "灌装", "搬运", "粉刷", "焊接", "嫁接", "点验", "誊抄", "押运",
    "拼装", "腌制", "编织", "冲洗", "裁剪", "打磨", "装卸", "烘烤", "酿造", "喂养", "修剪", "摆放", "清点", "寄送", "抛光",
  ]

  /// Units of counting, all as frequent on the pages as each other's subjects allow.
  private static let units = ["个", "处", "座", "家", "户", "名", "件", "项", "场", "台", "条", "辆"]
}
