import Matching
import Model

extension Credits {
  /// Reads a line that names the paper a report was taken from: 据《东河日报》, 据新华社电.
  static func quoted(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Credits? {
    guard range.count <= 24, let first = range.first, text[first] == "据" || text[first] == "摘",
      let last = range.last(where: { !text[$0].isSpace })
    else { return nil }
    let start = text[range].starts(with: ["摘", "自"]) ? first + 2 : first + 1
    guard start <= last else { return nil }
    var end = last + 1
    for word in ["报道", "消息", "电", "讯"] where text[start..<end].hasSuffix(word) {
      end -= word.unicodeScalars.count
    }
    guard let name = trimmed(text, start..<end), isSource(name), !name.hasPrefix("悉") else {
      return nil
    }
    var credits = Credits()
    credits.source = name
    credits.standing = .mentioned
    credits.isCertain = true
    return credits
  }

  /// Reads a line of a date and perhaps a source: 东河观察 2024-09-20 10:08, and as WeChat heads its
  /// pieces: 原创 王强 东河发布 2024-09-20 10:08 发表于四川.
  static func dated(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Credits? {
    guard range.count <= 60, !Page.namesPageNumber(text, range) else { return nil }
    if isClockStamp(text, range) || trimmed(text, range).map(isWeekday) == true {
      var credits = Credits()
      credits.isCertain = true
      return credits
    }
    guard let found = CalendarReading.first(in: text, range) else { return nil }
    var credits = headed(text, range, found) ?? stamped(text, range, found.range, on: found.date)
    if hasClock(text, found.range) { credits?.isTimed = true }
    return credits
  }

  /// Whether a line is a day of a year that it does not tell, with the clock time: 02-14 15:29.
  private static func isClockStamp(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard (8...20).contains(range.count), text[range.lowerBound].isASCIIDigit,
      text[range].contains(where: { ":：".unicodeScalars.contains($0) }),
      text[range].prefix(3).contains(where: { "-/月".unicodeScalars.contains($0) })
    else { return false }
    return text[range].allSatisfy {
      $0.isASCIIDigit || $0.isSpace || "-/月日:：".unicodeScalars.contains($0)
    }
  }

  /// Reads a row of the table in which governments disclose a piece, its labels without colons:
  /// 公开目录 其他 发布日期 2014-04-28.
  static func disclosed(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Credits? {
    let cells = text[range].split(whereSeparator: \.isSpace)
    guard (2...6).contains(cells.count), let first = cells.first,
      disclosures.value(of: text, in: first.indices) != nil
    else { return nil }
    var credits = Credits()
    credits.published = CalendarReading.first(in: text, range)?.date
    credits.isCertain = true
    let issuer = cells.indices.dropLast().first { index in
      ["发布机构", "信息来源", "发文机关"].contains { cells[index].elementsEqual($0.unicodeScalars) }
    }
    if let issuer {
      credits.source = String(scalars: cells[issuer + 1])
      credits.standing = .labelled
    }
    return credits
  }

  private static let disclosures = WordSet(words: [
    "索引号", "公开目录", "文号", "主题词", "发布机构", "发文机关", "信息分类", "主题分类", "发文字号", "成文日期", "发布日期", "有效性",
  ])

  /// Reads the account that posted a piece, as WeChat prints it without a date: 原创 王强 掌上东河.
  static func posted(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Credits? {
    guard range.count <= 30, text[range].starts(with: "原创 ".unicodeScalars) else { return nil }
    let shape = LineShape(text, range)
    let words = words(text, range)
    guard shape.commas == 0, shape.stops == 0, (1...3).contains(words.count) else { return nil }
    var credits = Credits()
    credits.source = words.last
    credits.standing = .mentioned
    credits.isCertain = true
    return credits
  }

  private static func headed(
    _ text: [Unicode.Scalar], _ range: Range<Int>, _ found: CalendarReading.Found
  ) -> Credits? {
    let before = name(text, range.lowerBound..<found.range.lowerBound)
    let after = name(text, afterWeekday(text, found.range.upperBound..<range.upperBound))
    let isPosted = after?.hasPrefix("发表于") == true
    guard
      before == nil || after == nil || isPosted || before.map(isWeekday) == true
        || after.map(isWeekday) == true
    else { return nil }
    let named = [before, isPosted ? nil : after].compactMap { $0 }.first { !isWeekday($0) }
    var name = named.map { $0.hasPrefix("原创") ? String($0.dropFirst(2)) : $0 }
    if isPosted { name = name?.split(separator: " ").last.map(String.init) }
    if let name, !isPosted {
      guard isSource(name), isSetApart(text, found.range, in: range) else { return nil }
    }
    var credits = Credits()
    credits.published = found.date
    credits.source = name
    credits.standing = name == nil ? .none : .mentioned
    credits.isCertain = true
    return credits
  }

  /// What follows the day of the week behind a date: 2021年7月6日 星期二 东河日报.
  private static func afterWeekday(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    guard let start = range.first(where: { !text[$0].isSpace }), start + 3 < range.upperBound,
      text[start...].starts(with: "星期".unicodeScalars), text[start + 3].isSpace
    else { return range }
    return start + 3..<range.upperBound
  }

  /// What stands beside a date, if it is no address.
  private static func name(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String? {
    trimmed(text, range).flatMap { isAddress(Array($0.unicodeScalars)[...]) ? nil : $0 }
  }

  /// Reads a line that a system stamped: a date in figures with the clock time, and a few words
  /// beside it, of which one before it or one that sounds like a paper is the source.
  private static func stamped(
    _ text: [Unicode.Scalar], _ range: Range<Int>, _ stamp: Range<Int>, on date: CalendarDate
  ) -> Credits? {
    let shape = LineShape(text, range)
    guard shape.commas == 0, shape.stops == 0, hasClock(text, stamp) else { return nil }
    let before = words(text, range.lowerBound..<stamp.lowerBound).flatMap(partsOfAccount)
    let after = words(text, stamp.upperBound..<range.upperBound)
    guard before.count <= 4, after.count <= 5, (before + after).allSatisfy({ $0.count <= 14 })
    else { return nil }
    let isNumeric = text[stamp].allSatisfy { !$0.isHan }
    let source =
      (before + after).first(where: isSource) ?? (before.count == 1 ? before.first : nil)
    guard source != nil || isNumeric || after.isEmpty else { return nil }
    var credits = Credits()
    credits.published = date
    credits.source = source
    credits.standing = source == nil ? .none : .mentioned
    if let source, before.count == 2, before[0] == source, isPerson(before[1]) {
      credits.bylines = [Byline(name: before[1])]
    }
    credits.isCertain = true
    return credits
  }

  private static func isPerson(_ word: String) -> Bool {
    NameReading.isName(Array(word.unicodeScalars)[...])
  }

  /// A paper and its reporter that were printed without a space: 东河新闻王强.
  private static func partsOfAccount(_ word: String) -> [String] {
    let scalars = Array(word.unicodeScalars)
    guard !isSource(word) else { return [word] }
    for end in [scalars.count - 3, scalars.count - 2] where end >= 4 {
      let name = scalars[end...]
      if Words.mediaEndings.longestEnding(in: scalars, at: end, notBefore: 0) != nil,
        NameReading.isName(name)
      {
        return [String(scalars: scalars[..<end]), String(scalars: name)]
      }
    }
    return [word]
  }

  private static func hasClock(_ text: [Unicode.Scalar], _ stamp: Range<Int>) -> Bool {
    text[stamp].contains(":") || text[stamp].contains("：")
  }

  /// The words of a run that may be names: no figures, no 原创, no button.
  private static func words(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [String] {
    text[range].split { $0.isSpace || "|丨·/?".unicodeScalars.contains($0) }
      .filter {
        $0.contains { $0.isHan || $0.isASCIILetter }
          && Words.noNames.value(of: text, in: $0.indices) == nil && !isAddress($0)
      }
      .map { String(scalars: paper(of: $0)) }
  }

  /// The paper of a site and its paper: 东河网-东河日报.
  static func paper(of name: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard let dash = name.firstIndex(where: { "-－—".unicodeScalars.contains($0) }),
      dash > name.startIndex + 1, name.last == "报",
      name[dash - 1] == "网" || name[..<dash].suffix(2).elementsEqual(["在", "线"]),
      name.endIndex - dash >= 4, name[(dash + 1)...].allSatisfy(\.isHan)
    else { return name }
    return name[(dash + 1)...]
  }

  /// Whether a word is a site's address: www.donghe.cn.
  private static func isAddress(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.contains { $0 == "." || $0 == ":" } && !word.contains(where: \.isHan)
  }

  private static func isWeekday(_ words: String) -> Bool {
    words.hasPrefix("星期") && words.unicodeScalars.count == 3
  }

  private static func isSetApart(
    _ text: [Unicode.Scalar], _ date: Range<Int>, in range: Range<Int>
  ) -> Bool {
    let before = date.lowerBound == range.lowerBound || !text[date.lowerBound - 1].isHan
    return before && (date.upperBound == range.upperBound || !text[date.upperBound].isHan)
  }

  static func isSource(_ words: String) -> Bool {
    let scalars = Array(words.unicodeScalars)
    return scalars.count <= 14 && scalars.allSatisfy { $0.isHan || $0.isASCIILetter || $0 == "·" }
      && (Words.mediaEndings.longestEnding(in: scalars, at: scalars.count, notBefore: 0) != nil
        || Words.bodyEndings.longestEnding(in: scalars, at: scalars.count, notBefore: 0) != nil)
  }
}

extension ArraySlice where Element == Unicode.Scalar {
  fileprivate func hasSuffix(_ word: String) -> Bool {
    suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars)
  }
}
