import Matching
import Model

/// Words of the body that say where something is.
struct PlaceSign {
  /// What the words point to.
  enum Meaning {
    /// A record by index.
    case place(Int)
    /// 全市, 该镇: a place of some level named elsewhere.
    case pointer(PlacePointer)
    /// 全国: no place of the article.
    case everywhere
  }

  /// Where the words stand.
  let span: Span
  /// What they point to.
  let means: Meaning
  /// Where the brackets close that the words stand in, nil outside; they tell nothing beyond.
  var bracketEnd: Int?

  /// Whether a place is named outright.
  var isPlace: Bool {
    if case .place = means { true } else { false }
  }
}

/// A word that points to a place by its level: 县 in 全县 and 该县.
struct PlacePointer: Sendable {
  /// How the names of such places end, such as 市.
  let suffix: String

  /// Whether a place is of the kind pointed to.
  func fits(_ record: PlaceRecord) -> Bool {
    switch suffix {
    case "小区": record.own.level == .estate
    case "社区": record.own.level == .community && record.name.hasSuffix("社区")
    case "村": record.own.level == .community && record.name.hasSuffix("村")
    case "区": record.own.level == .county && record.name.hasSuffix("区")
    case "市":
      (record.own.level == .city || record.own.level == .county || record.own.level == .province)
        && record.name.hasSuffix("市")
    default: record.name.hasSuffix(suffix) && record.own.level != .estate
    }
  }
}

/// A place inside a program's name, which says where that runs.
struct ProgramSite {
  /// Where the words stand.
  let span: Span
  /// The place.
  let record: Int
}

/// Collects the signs of place of an article, in reading order.
struct PlaceSigns {
  /// The signs of the body, in order, none inside a program's name.
  let signs: [PlaceSign]
  /// The places inside the names of programs, in order.
  let sites: [ProgramSite]
  /// The place the article is about.
  let mainPlace: Int?
  /// The deepest place of the headline.
  let headlinePlace: Int?

  /// Reads an article.
  init(_ extracted: ExtractedArticle, _ places: Resolved<PlaceRecord>) {
    let programs = extracted.programs.filter { $0.field == .body }.map(\.span).sorted()
    let named = Self.named(extracted, places)
    let isInside = named.map { sign in
      programs.contains { $0.contains(sign.span) && $0 != sign.span }
    }
    let text = extracted.article.body.scalars
    headlinePlace = Self.headline(extracted, places)
    mainPlace = headlinePlace ?? Self.main(extracted, places)
    let offices = OfficePlaces(extracted, places.records, main: mainPlace)
    let outside = zip(named, isInside).filter { !$0.1 && !offices.hold($0.0) }.map(\.0)
    var isCovered = [Bool](repeating: false, count: text.count)
    for index in named.lazy.flatMap(\.span.range) { isCovered[index] = true }
    let pointers = Self.pointers(in: text).filter { !isCovered[$0.span.start] }
    let all = (outside + pointers).sorted { $0.span < $1.span }
    signs = AsidePlaces(text).topics(of: all).map { sign in
      var sign = sign
      sign.bracketEnd = Self.bracketEnd(around: sign.span, text)
      return sign
    }
    sites = zip(named, isInside).compactMap { sign, inside in
      guard inside, case .place(let record) = sign.means else { return nil }
      return ProgramSite(span: sign.span, record: record)
    }
  }

  private static func named(
    _ extracted: ExtractedArticle, _ places: Resolved<PlaceRecord>
  ) -> [PlaceSign] {
    zip(extracted.places, places.recordOfMention).compactMap { mention, record in
      guard mention.field == .body, let record else { return nil }
      return PlaceSign(span: mention.span, means: .place(record))
    }
  }

  // MARK: Brackets

  /// The longest remark in brackets, in code points.
  private static let longestRemark = 60

  private static func bracketEnd(around span: Span, _ text: [Unicode.Scalar]) -> Int? {
    let before = text[max(0, span.start - longestRemark)..<span.start]
    let after = text[span.end..<min(text.count, span.end + longestRemark)]
    guard let open = before.lastIndex(where: { isBracket($0) || $0.endsSentence }),
      text[open] == "（" || text[open] == "(",
      let close = after.firstIndex(where: { isBracket($0) || $0.endsSentence }),
      text[close] == "）" || text[close] == ")"
    else { return nil }
    return close
  }

  private static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "（" || scalar == "(" || scalar == "）" || scalar == ")"
  }

  // MARK: Pointers

  private static let words: Lexicon<PlacePointer> = {
    var words = Lexicon<PlacePointer>()
    for suffix in ["省", "市", "州", "县", "区", "镇", "村"] {
      for means in ["级财政", "级资金", "级补助", "级配套", "级预算", "财政局", "财政补"] {
        words.insert(suffix + means, PlacePointer(suffix: suffix))
      }
    }
    for suffix in ["省", "市", "州", "县", "区", "旗", "镇", "乡", "街道", "社区", "村", "小区"] {
      for lead in ["全", "该", "本", "我"] {
        words.insert(lead + suffix, PlacePointer(suffix: suffix))
      }
    }
    return words
  }()

  /// 安全社区, 健全市场: 全 ends another word.
  private static let endingInWhole = ScalarSet("安健齐周完保")

  private static let leads = ScalarSet("全该本我省市州县区镇村")

  private static func pointers(in text: [Unicode.Scalar]) -> [PlaceSign] {
    var found: [PlaceSign] = []
    for index in text.indices where leads.contains(text[index]) {
      if text[index] == "全", index > 0, endingInWhole.contains(text[index - 1]) { continue }
      if index + 1 < text.count, text[index] == "全", text[index + 1] == "国",
        !isComparison(after: index + 2, text), !isWhole(before: index, text),
        !isAverage(after: index + 2, text)
      {
        found.append(
          PlaceSign(span: Span(start: index, end: index + 2), means: .everywhere))
      } else if let word = words.longestMatch(in: text, at: index),
        !isComparison(after: index + word.length, text), !isWhole(before: index, text),
        !isAverage(after: index + word.length, text)
      {
        found.append(
          PlaceSign(
            span: Span(start: index, end: index + word.length), means: .pointer(word.value)))
      }
    }
    return found
  }

  private static let standards = ["高出", "高于", "低于", "快于", "慢于", "多于", "少于", "优于", "超过", "相当于"]
    .map { Array($0.unicodeScalars) }

  /// 占全国人口的8%, 高出全省3个百分点: the whole or the standard that a number is held against.
  private static func isWhole(before start: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard start > 0 else { return false }
    if ["占", "居", "列", "比", "较"].contains(text[start - 1]) { return true }
    return standards.contains { word in
      start >= word.count && text[start - word.count..<start].elementsEqual(word)
    }
  }

  private static let averages = ["平均水平", "平均值", "平均数", "均值"].map { Array($0.unicodeScalars) }

  /// 为全国平均水平的25%: what a number is measured by.
  private static func isAverage(after end: Int, _ text: [Unicode.Scalar]) -> Bool {
    averages.contains { text[end...].starts(with: $0) }
  }

  private static let comparisons: Set<String> = [
    "率先", "首个", "首批", "首家", "首创", "首例", "排名", "前列", "领先", "最大", "最早", "唯一", "知名", "著名", "闻名", "有名",
    "之最",
    "先进", "文明", "优秀", "排第", "排位", "位列", "位居", "名列", "之首", "百强", "十佳", "示范", "重点",
  ]

  /// 全市率先, 全县第一, 全国文明村: the place a rank is held in, not the one that holds it.
  private static func isComparison(after end: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard end + 1 < text.count else { return false }
    let next = String(String.UnicodeScalarView(text[end...end + 1]))
    return comparisons.contains(next) || text[end] == "第"
  }

  // MARK: The main place

  private static func headline(
    _ extracted: ExtractedArticle, _ places: Resolved<PlaceRecord>
  ) -> Int? {
    deepestShared(
      zip(extracted.places, places.recordOfMention).filter { $0.0.field != .body }.compactMap(\.1),
      places.records)
  }

  /// The place that the body names most, of equals the first.
  private static func main(
    _ extracted: ExtractedArticle, _ places: Resolved<PlaceRecord>
  ) -> Int? {
    var counts = [Int](repeating: 0, count: places.records.count)
    for (mention, record) in zip(extracted.places, places.recordOfMention) {
      guard mention.field == .body, let record else { continue }
      counts[record] += 1
    }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most).flatMap {
      isOneOfMany($0, places.records) || isOneOfList($0, counts, places.records) ? nil : $0
    }
  }

  /// 河北、贵州、山东等地: of three or more named once each, none is what the article is about.
  private static func isOneOfList(
    _ index: Int, _ counts: [Int], _ records: [PlaceRecord]
  ) -> Bool {
    let level = records[index].own.level
    let equals = records.indices.filter { counts[$0] == 1 && records[$0].own.level == level }
    return counts[index] == 1 && equals.count >= 3
  }

  /// One village or housing area among several is an example, not what an article is about.
  private static func isOneOfMany(_ index: Int, _ records: [PlaceRecord]) -> Bool {
    let level = records[index].own.level
    guard level == .estate || level == .community else { return false }
    return records.indices.contains { $0 != index && records[$0].own.level == level }
  }

  /// The deepest of places that lie in each other; nil where they lie apart.
  private static func deepestShared(_ found: [Int], _ records: [PlaceRecord]) -> Int? {
    guard let deepest = found.max(by: { records[$0].path.count < records[$1].path.count }) else {
      return nil
    }
    let names = records[deepest].path.map(\.name)
    return found.allSatisfy { names.contains(records[$0].name) } ? deepest : nil
  }
}
