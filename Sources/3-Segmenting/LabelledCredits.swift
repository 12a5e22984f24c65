import Matching
import Model

extension Credits {
  /// Reads a line of labels with colons: 来源：…, 作者：…, 发布日期：….
  static func labelled(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Credits? {
    var credits = Credits()
    var at = range.lowerBound
    var found = false
    while at < range.upperBound {
      if let field = LabelledField(text, at, range.upperBound) {
        if !found, headsColumn(field, text) { return nil }
        credits.take(field, text)
        found = true
        at = field.value.upperBound
      } else if let date = CalendarReading.date(in: text, at: at, end: range.upperBound) {
        credits.published = credits.published ?? date.date
        at = date.range.upperBound
      } else if let address = addressEnd(text, at, range.upperBound) {
        at = address
      } else if !found, let next = nextField(text, at, range.upperBound) {
        let lead = at..<(text[at..<next].firstIndex(where: \.isASCIILetter) ?? next)
        guard lead.count <= 12 || text[lead].contains(">"), isLead(text, lead), next - at <= 40
        else { return nil }
        credits.takeLead(text, lead)
        at = next
      } else if text[at].isHan || text[at].isASCIILetter {
        let rest = LineShape(text, at..<range.upperBound)
        if !found || rest.length > 24 || rest.length > 12 && rest.commas + rest.stops > 0 {
          return nil
        }
        at = nextField(text, at, range.upperBound) ?? range.upperBound
      } else {
        at += 1
      }
    }
    credits.isCertain = found
    return found ? credits : nil
  }

  /// Whether a label with a bar is the column before a headline: 视频丨东河县….
  private static func headsColumn(_ field: LabelledField, _ text: [Unicode.Scalar]) -> Bool {
    let value = field.value
    guard field.kind == .person, value.count >= 7,
      let mark = text[field.start..<value.lowerBound].last(where: { !$0.isSpace }),
      "丨｜|".unicodeScalars.contains(mark)
    else { return false }
    let isBody = [Words.mediaEndings, Words.bodyEndings].contains {
      $0.longestEnding(in: text, at: value.upperBound, notBefore: value.lowerBound) != nil
    }
    return !isBody && NameReading(text, value, label: field.label, allowsPenNames: true) == nil
  }

  /// Takes the name of the paper before a date or label.
  private mutating func takeLead(_ text: [Unicode.Scalar], _ lead: Range<Int>) {
    guard let name = Self.trimmed(text, lead), Self.isPaper(name) else { return }
    source = name
    standing = .mentioned
  }

  /// Where a web address that starts at a position ends.
  private static func addressEnd(_ text: [Unicode.Scalar], _ at: Int, _ end: Int) -> Int? {
    let start = text[at..<end].prefix(5)
    guard start.starts(with: "http".unicodeScalars) || start.starts(with: "www.".unicodeScalars)
    else { return nil }
    return text[at..<end].indices.first { index in
      text[index].isSpace || text[index].isHan
        || text[index] == "?" && index + 1 < end && text[index + 1].isASCIIDigit
    } ?? end
  }

  private static func nextField(_ text: [Unicode.Scalar], _ at: Int, _ end: Int) -> Int? {
    (at..<end).first {
      LabelledField(text, $0, end).map { !isLastOfName($0, text) } == true
        || CalendarReading.date(in: text, at: $0, end: end) != nil
    }
  }

  /// Whether a label of one character is the end of a word before a colon: 王文：….
  private static func isLastOfName(_ field: LabelledField, _ text: [Unicode.Scalar]) -> Bool {
    field.label.unicodeScalars.count == 1 && field.start > 0 && text[field.start - 1].isHan
  }

  /// Whether words before the first label may be a site, or the first part of a role.
  private static func isLead(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    let shape = LineShape(text, range)
    let questions = text[range].count { $0 == "?" }
    return shape.stops <= questions && shape.commas == 0
      && Words.pictures.first(in: text, range) == nil
  }

  private mutating func take(_ field: LabelledField, _ text: [Unicode.Scalar]) {
    switch field.kind {
    case .source:
      if takePaperAndReporters(text, field.value) { break }
      if Self.isPerson(text, field.value) {
        bylines.append(Byline(name: String(scalars: text[field.value].filter { !$0.isSpace })))
        break
      }
      guard standing != .labelled, let name = Self.sourceName(text, field.value) else { break }
      source = name
      standing = .labelled
    case .date:
      let found = CalendarReading.first(in: text, field.value)
      published = published ?? found?.date
      isTimed = isTimed || found != nil
    case .person:
      let people = Self.people(text, field.value, label: field.label)
      if source == nil, people.count == 1, let name = people.first?.name, Self.isPaper(name) {
        source = name
        standing = .mentioned
      } else {
        bylines += people
      }
    case .nothing:
      break
    }
  }

  /// Takes the reporters that stand behind the paper under the label of a source, with or without
  /// it: 来源：东河日报 记者 王强 通讯员 李晓.
  private mutating func takePaperAndReporters(
    _ text: [Unicode.Scalar], _ value: Range<Int>
  ) -> Bool {
    // A counter may have run into the last name.
    let last = text[value].lastIndex { !$0.isASCIIDigit && !$0.isSpace }.map { $0 + 1 } ?? 0
    let role = value.first { at in
      Words.roles.longestMatch(in: text, at: at, end: value.upperBound).map { $0.length >= 2 }
        == true
    }
    if let role, role < last, let people = NameReading(crediting: text, role..<last),
      people.hasRole
    {
      bylines += people.bylines
      let paper = text[value.lowerBound..<role].split(whereSeparator: \.isSpace).first
      if standing != .labelled, let paper, paper.count >= 2 {
        source = String(scalars: paper)
        standing = .labelled
      }
      return true
    }
    guard let people = NameReading(crediting: text, value), people.hasRole else { return false }
    bylines += people.bylines
    return true
  }

  /// Whether a source is a person of three characters and no paper, office or place: 来源：王小强.
  private static func isPerson(_ text: [Unicode.Scalar], _ value: Range<Int>) -> Bool {
    guard let first = value.first(where: { !text[$0].isSpace }),
      let last = value.last(where: { !text[$0].isSpace })
    else { return false }
    let name = first..<last + 1
    return name.count == 3 && NameReading.isName(text[name])
      && [Words.mediaEndings, Words.bodyEndings, Words.placeEndings, Words.noNames].allSatisfy {
        $0.longestEnding(in: text, at: name.upperBound, notBefore: name.lowerBound) == nil
      }
  }

  /// Whether a label of persons is followed by the name of a paper: 作者：东河日报.
  static func isPaper(_ name: String) -> Bool {
    name.unicodeScalars.count >= 4
      && ["日报", "晚报", "晨报", "时报", "周报", "新闻网", "电视台", "新华社"]
        .contains { name.hasSuffix($0) }
  }

  /// The names after a label, without what brackets add: 周燕萍（南桥镇）.
  private static func people(
    _ text: [Unicode.Scalar], _ range: Range<Int>, label: String
  ) -> [Byline] {
    let bracket = range.first { text[$0] == "（" || text[$0] == "(" } ?? range.upperBound
    let end = bracket > range.lowerBound ? bracket : range.upperBound
    let value = range.lowerBound..<end
    if let name = afterPlace(text, value) { return [Byline(name: name, role: label)] }
    if let names = NameReading(text, value, label: label, allowsPenNames: true) {
      return names.bylines
    }
    guard let name = trimmed(text, value), name.unicodeScalars.count <= 14,
      !isNoName(name), !name.hasSuffix("编辑"), !name.hasSuffix("管理员"),
      name.unicodeScalars.allSatisfy({ $0.isHan || $0.isASCIILetter || $0 == "·" })
    else { return [] }
    return [Byline(name: name, role: label)]
  }

  /// The name behind the place or office of its bearer: 东河县河口镇 王强.
  private static func afterPlace(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String? {
    let words = text[range].split(whereSeparator: \.isSpace)
    guard words.count == 2, let place = words.first, let name = words.last, place.count >= 3,
      NameReading.isName(name),
      place.allSatisfy(\.isHan),
      Words.placeEndings.longestEnding(
        in: text, at: place.endIndex, notBefore: place.startIndex) != nil
        || isBody(text, place.indices)
    else { return nil }
    return String(scalars: name)
  }

  private static func isNoName(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    return Words.noNames.value(of: scalars, in: 0..<scalars.count) != nil
  }

  /// The words of a run without spaces and brackets around, nil for none.
  static func trimmed(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String? {
    let isEdge = { (scalar: Unicode.Scalar) in
      scalar.isSpace || scalar.opensPair || scalar.closesPair || scalar.isClauseMark
        || "|。·丨•-—_*/>".unicodeScalars.contains(scalar)
    }
    guard let first = range.first(where: { !isEdge(text[$0]) }),
      let last = range.last(where: { !isEdge(text[$0]) }), last - first < 40
    else { return nil }
    return String(scalars: text[first...last])
  }

  /// The name of a source, without what sites add: an address, 原创.
  private static func sourceName(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String? {
    let stop = range.first {
      addressEnd(text, $0, range.upperBound) != nil || startsButton(text, $0, range)
        || "（(".unicodeScalars.contains(text[$0]) && $0 >= range.lowerBound + 2
    }
    let whole = range.lowerBound..<(stop ?? range.upperBound)
    guard let name = trimmed(text, bookTitle(text, whole) ?? whole), !isFileMark(name) else {
      return nil
    }
    let words = name.split(separator: " ")
    if words.count == 2, words[0] == words[1] { return String(words[0]) }
    let paper = String(scalars: paper(of: Array(name.unicodeScalars)[...]))
    if paper != name { return paper }
    return name.hasSuffix("原创") && name != "原创" ? String(name.dropLast(2)) : name
  }

  /// Whether a name is a mark of the site's own files: sp20241207.
  private static func isFileMark(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter }
      && name.unicodeScalars.count(where: \.isASCIIDigit) >= 4
  }

  /// The paper in book marks, before the day and page it printed the piece on: 《东河日报》3月5日4版.
  private static func bookTitle(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
    guard let open = range.first(where: { !text[$0].isSpace }), text[open] == "《",
      let close = text[open..<range.upperBound].firstIndex(of: "》"),
      text[close..<range.upperBound].contains(where: \.isASCIIDigit)
    else { return nil }
    return open + 1..<close
  }

  /// Whether a button stands at a position after a space: 东河日报 举报.
  private static func startsButton(
    _ text: [Unicode.Scalar], _ at: Int, _ range: Range<Int>
  ) -> Bool {
    guard at > range.lowerBound, text[at - 1].isSpace else { return false }
    let end = text[at..<range.upperBound].firstIndex(where: \.isSpace) ?? range.upperBound
    return Words.noNames.value(of: text, in: at..<end) != nil
  }
}
