import Divisions
import Matching
import Model

/// Where the characters of a division's name belong to the words around it.
extension DivisionFinder {
  /// 发展|乡村, 鸣|凤村|乡村, 文|明村镇: ordinary words that make up the name of a town somewhere.
  static func isOfWords(
    _ range: Range<Int>, _ text: PlaceText, _ lexicons: PlaceLexicons
  ) -> Bool {
    guard range.count == 3, let last = text[range.upperBound - 1] else { return false }
    if last == "乡", text[range.upperBound].map({ "村镇土".unicodeScalars.contains($0) }) == true {
      return text[range.upperBound - 2] == "村"
        || countryWords.contains(text.string(range.lowerBound..<range.upperBound - 1))
    }
    return last == "镇" && range.lowerBound > 0
      && text[range.upperBound - 2].map { "村乡城".unicodeScalars.contains($0) } == true
      && countryWords.contains(text.string(range.lowerBound - 1..<range.lowerBound + 1))
  }

  /// What is said of the country and its towns.
  private static let countryWords: Set<String> = [
    "发展", "建设", "振兴", "美丽", "和美", "服务", "魅力", "最美", "数字", "文明", "繁荣", "旅游", "支持", "带动", "传统", "生态",
    "卫生", "特色", "幸福",
  ]

  /// 示范|县, 建成|县: a name of two characters whose first one ends another word.
  static func cutsWord(
    _ range: Range<Int>, _ text: PlaceText, _ lexicons: PlaceLexicons
  ) -> Bool {
    if isCutOff(range, text) { return true }
    guard range.lowerBound > 0 else { return false }
    if range.count > 2 { return cutsMove(range, text, lexicons) || cutsCount(range, text) }
    let word = range.lowerBound - 1..<range.lowerBound + 1
    return lexicons.plainWords.holds(text.scalars, word)
      || lexicons.cutWords.holds(text.scalars, word)
  }

  /// 走|进安乡: a town's name whose first character ends a word of moving or bringing.
  private static func cutsMove(
    _ range: Range<Int>, _ text: PlaceText, _ lexicons: PlaceLexicons
  ) -> Bool {
    text[range.upperBound - 1].map { "乡镇".unicodeScalars.contains($0) } == true
      && lexicons.nameStops.holds(text.scalars, range.lowerBound - 1..<range.lowerBound + 1)
  }

  /// 上海|市政, 江南|区域: the last character begins another word.
  private static func isCutOff(_ range: Range<Int>, _ text: PlaceText) -> Bool {
    let last = text[range.upperBound - 1]
    if last == "区", let next = text[range.upperBound] {
      return "域间块划位".unicodeScalars.contains(next)
    }
    return last == "市" && text[range.upperBound] == "政"
      && text[range.upperBound + 1].map { !"府协法务策".unicodeScalars.contains($0) } ?? false
  }

  /// 黄|河南|岸, 太|湖北|部: a river or lake, and its side.
  static func isSide(_ range: Range<Int>, _ text: PlaceText) -> Bool {
    guard range.count == 2, let first = text[range.lowerBound],
      "河湖江山海".unicodeScalars.contains(first), let next = text[range.upperBound],
      "岸侧段麓坡端畔翼部".unicodeScalars.contains(next),
      let before = text[range.lowerBound - 1], before.isHan
    else { return false }
    return next != "部" || text[range.upperBound + 1] != "分" && text[range.upperBound + 1] != "队"
  }

  /// 平台|中, 长江|西: the first character ends another word, and the last says on which side of it.
  static func endsInSide(_ range: Range<Int>, _ text: PlaceText) -> Bool {
    guard range.count == 2, range.lowerBound > 0, let side = text[range.upperBound - 1],
      "中上下内外前后东西南北".unicodeScalars.contains(side)
    else { return false }
    return sidedWords.longestMatch(in: text.scalars, at: range.lowerBound - 1)?.length == 2
  }

  private static let sidedWords = WordSet(words: [
    "平台", "舞台", "后台", "前台", "柜台", "电台", "讲台", "站台", "阳台", "灶台", "看台", "月台", "戏台", "窗台", "长江", "珠江",
    "黄河", "运河",
    "太湖", "东海", "南海", "黄海", "渤海",
  ])

  /// 10项|城市建设: the first character counts the number before it.
  static func cutsCount(_ range: Range<Int>, _ text: PlaceText) -> Bool {
    guard let first = text[range.lowerBound], let before = text[range.lowerBound - 1] else {
      return false
    }
    return "项台户口路座名道件所条个家".unicodeScalars.contains(first)
      && (before.isASCIIDigit || "多余几数两".unicodeScalars.contains(before))
  }
}
