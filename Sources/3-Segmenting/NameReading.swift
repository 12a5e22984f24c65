import Matching
import Model

/// Names with roles in a run of credits: 卢雄义 记者 钟正; 谢敏 记者 黄晓庆 文/图.
struct NameReading {
  /// Everyone named, in order.
  var bylines: [Byline] = []
  /// A paper named before 记者.
  var source: String?
  /// Whether a word such as 记者 or 摄 stands among the names.
  var hasRole = false

  /// What a label before the run says of all its names.
  private let label: String?
  private let allowsPenNames: Bool
  /// An office named without a person or before one.
  private var body: String?
  private var role: String?
  private var groupStart = 0
  private var single: Unicode.Scalar?
  /// Whether the names are where a picture comes from: 图片来源：….
  private var isSource = false

  /// Reads a run; nil when it holds anything but names, roles and bodies.
  ///
  /// - Parameters:
  ///   - text: the text the run is part of.
  ///   - range: the run.
  ///   - label: what a label before the run says of all its names.
  ///   - allowsPenNames: whether a word without a known surname may be a name.
  init?(
    _ text: [Unicode.Scalar], _ range: Range<Int>, label: String? = nil,
    allowsPenNames: Bool = false
  ) {
    self.label = label
    self.allowsPenNames = allowsPenNames
    var at = range.lowerBound
    while at < range.upperBound {
      if Self.isSeparator(text[at]) {
        at += 1
      } else if let next = readRole(text, at, range.upperBound)
        ?? readWord(text, at, range.upperBound)
      {
        at = next
      } else {
        return nil
      }
    }
    if bylines.isEmpty, let body { bylines.append(Byline(name: body, role: role ?? label)) }
    if isSource { bylines.removeAll { $0.role?.hasSuffix("摄") != true } }
    guard single == nil, !bylines.isEmpty else { return nil }
  }

  /// Reads a run that a role shows to be credits: beside a name with a known surname, others may
  /// be pen names.
  init?(crediting text: [Unicode.Scalar], _ range: Range<Int>) {
    if let names = NameReading(text, range) {
      self = names
      return
    }
    guard let names = NameReading(text, range, allowsPenNames: true),
      names.hasRole || names.body != nil, names.holdsName
    else { return nil }
    self = names
  }

  /// Whether a name with a known surname is among those found.
  private var holdsName: Bool {
    bylines.contains { Self.isName(Array($0.name.unicodeScalars)[...]) }
  }

  /// Whether more than words that may be pen names was found.
  var isPlausible: Bool { hasRole || body != nil || holdsName }

  private mutating func readRole(_ text: [Unicode.Scalar], _ at: Int, _ end: Int) -> Int? {
    guard let match = Words.roles.longestMatch(in: text, at: at, end: end) else { return nil }
    let stop = at + match.length
    let word = String(scalars: text[at..<stop])
    let isLast = text[stop..<end].allSatisfy(Self.isSeparator)
    let next = text[stop..<end].first { !Self.isSeparator($0) }
    guard
      match.length > 1 || isLast || next.map({ !$0.isHan }) == true || text[stop].isSpace
        || bylines.count > groupStart && Self.isLongRole(text, stop, end)
    else { return nil }
    hasRole = true
    if match.value == .after || isLast || match.length == 1, bylines.count > groupStart {
      closeGroup(with: word)
    } else {
      role = role.map { bylines.count == groupStart ? $0 + " " + word : word } ?? word
      if bylines.count > groupStart, role != word { role = word }
    }
    return stop
  }

  /// Gives a role that stands after them to all names of the group.
  private mutating func closeGroup(with word: String) {
    for index in groupStart..<bylines.count {
      bylines[index].role = bylines[index].role.map { $0 + " " + word } ?? word
    }
    groupStart = bylines.count
    role = nil
  }

  private mutating func readWord(_ text: [Unicode.Scalar], _ at: Int, _ end: Int) -> Int? {
    var stop = at
    while stop < end, !Self.isSeparator(text[stop]),
      stop == at || Self.role(in: text, at: stop, of: at, end: end) == nil
    { stop += 1 }
    let word = text[at..<stop]
    if word.count == 1, word.allSatisfy(\.isHan) { return readSingle(word, stop) }
    guard single == nil else { return nil }
    if word.elementsEqual("来源".unicodeScalars) {
      isSource = true
      return stop
    }
    if Words.noNames.value(of: text, in: at..<stop) != nil { return stop }
    if Self.isEmployer(text, at, stop, end),
      role == nil || Self.isPlace(text, at, stop) || !Self.isName(word) && !isListed(text, at, stop)
    {
      if Words.mediaEndings.longestEnding(in: text, at: stop, notBefore: at) != nil {
        source = String(scalars: word)
      }
    } else if Self.isOfReport(text, at, stop, end), !Self.isName(word) {
      // 记者 王强 青山报道: where the report was sent from.
      return bylines.isEmpty ? nil : stop
    } else if Self.isName(word) || allowsPenNames && Self.isPenName(word)
      || isListed(text, at, stop) || Self.isPhotographer(text, at, stop, end)
    {
      add(word)
    } else if allowsPenNames, Credits.isBody(text, at..<stop) {
      body = body ?? String(scalars: word)
    } else if hasRole || word.count == 6, let names = Self.split(word) {
      names.forEach { add($0) }
    } else {
      return nil
    }
    return stop
  }

  /// Whether a word of two or three characters is followed by 报道 and nothing else.
  private static func isOfReport(_ text: [Unicode.Scalar], _ at: Int, _ stop: Int, _ end: Int)
    -> Bool
  {
    (2...3).contains(stop - at) && at > 0 && (text[at - 1].isSpace || text[at - 1] == "/")
      && ["报道", "报导"].contains { word in
        text[stop..<end].filter { !$0.isSpace }.elementsEqual(word.unicodeScalars)
      }
  }

  /// Whether a word follows a name of the same role after a comma, and is short enough for one.
  private func isListed(_ text: [Unicode.Scalar], _ at: Int, _ stop: Int) -> Bool {
    role != nil && bylines.count > groupStart && text[at - 1] == "、"
      && Self.isPenName(text[at..<stop])
  }

  /// Whether a word runs straight into 记者 or the like, or is a paper and stands before it: the
  /// paper, or the place of its office.
  private static func isEmployer(
    _ text: [Unicode.Scalar], _ start: Int, _ stop: Int, _ end: Int
  ) -> Bool {
    // 《东河日报》记者: the marks around the name of the paper.
    let next = text[stop..<end].firstIndex { !$0.isSpace && $0 != "》" } ?? end
    let isMedia = Words.mediaEndings.longestEnding(in: text, at: stop, notBefore: start) != nil
    guard next == stop || isMedia && stop - start >= 3,
      let role = Words.roles.longestMatch(in: text, at: next, end: end), next + role.length < end
    else { return false }
    let last = text[next + role.length - 1]
    return last == "者" || last == "员"
  }

  private static func isPlace(_ text: [Unicode.Scalar], _ at: Int, _ stop: Int) -> Bool {
    Words.placeEndings.longestEnding(in: text, at: stop, notBefore: at) != nil
  }

  /// Two single characters with a space between are a name that was set wide: 张 牧.
  private mutating func readSingle(_ word: ArraySlice<Unicode.Scalar>, _ stop: Int) -> Int? {
    guard let given = word.first else { return nil }
    if let surname = single {
      single = nil
      add([surname, given])
    } else if Surnames.firstCharacters.contains(given) {
      single = given
    } else {
      return nil
    }
    return stop
  }

  private mutating func add(_ name: ArraySlice<Unicode.Scalar>) {
    bylines.append(Byline(name: String(scalars: name), role: role ?? label))
  }

  /// A role word inside a word, as in 庄媛摄影; 文 may be the end of a name of two or three.
  private static func role(
    in text: [Unicode.Scalar], at index: Int, of start: Int, end: Int
  ) -> Int? {
    guard let match = Words.roles.longestMatch(in: text, at: index, end: end) else { return nil }
    if match.length >= 2 { return match.length }
    guard index + 1 == end || isLongRole(text, index + 1, end) else { return nil }
    return text[index] == "摄" || "文图".unicodeScalars.contains(text[index]) && index - start == 3
      ? 1 : nil
  }

  /// Whether a role of more than one character stands at a position: 文|通讯员.
  private static func isLongRole(_ text: [Unicode.Scalar], _ at: Int, _ end: Int) -> Bool {
    Words.roles.longestMatch(in: text, at: at, end: end).map { $0.length >= 2 } == true
  }

  /// Whether a word has the form of a person's name.
  static func isName(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = word.first, word.count >= 2 else { return false }
    if word.contains("·") {
      return word.count <= 16 && first != "·" && word.last != "·"
        && word.allSatisfy { $0.isHan || $0 == "·" }
        && word.split(separator: "·").allSatisfy { $0.count <= 6 }
    }
    guard word.allSatisfy(\.isHan), word.count <= 4 else { return false }
    if word.count == 4 { return startsWithDoubleSurname(word) }
    // 冯塘村, 张家镇 are places.
    if word.count == 3, let last = word.last, "村镇屯县".unicodeScalars.contains(last) { return false }
    return Surnames.firstCharacters.contains(first)
      || word.count == 3 && startsWithDoubleSurname(word)
  }

  /// Whether a name of four characters with one surname is all that stands before 摄.
  private static func isPhotographer(
    _ text: [Unicode.Scalar], _ at: Int, _ stop: Int, _ end: Int
  ) -> Bool {
    stop - at == 4 && stop < end && Surnames.firstCharacters.contains(text[at])
      && text[at..<stop].allSatisfy(\.isHan)
      && text[stop..<end].filter { !isSeparator($0) } == ["摄"]
      && split(text[at..<stop]) == nil
  }

  /// Whether a word may be a name that shows no surname.
  private static func isPenName(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    (2...3).contains(word.count) && word.allSatisfy(\.isHan)
  }

  private static func startsWithDoubleSurname(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    Surnames.compound.longestMatch(in: Array(word), at: 0) != nil
  }

  /// Names that were printed without a space, told apart by their surnames; nil where more than
  /// one way is left.
  private static func split(_ word: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>]? {
    guard (4...12).contains(word.count), word.allSatisfy(\.isHan) else { return nil }
    let ways = ways(of: word)
    return ways.count == 1 ? ways[0] : nil
  }

  private static func ways(
    of word: ArraySlice<Unicode.Scalar>
  ) -> [[ArraySlice<Unicode.Scalar>]] {
    if word.isEmpty { return [[]] }
    var found: [[ArraySlice<Unicode.Scalar>]] = []
    for length in [3, 2] where word.count >= length && isName(word.prefix(length)) {
      for rest in ways(of: word.dropFirst(length)) where found.count < 2 {
        found.append([word.prefix(length)] + rest)
      }
    }
    return found
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || "、，,；;/|｜:：□■●◎+&。.".unicodeScalars.contains(scalar)
      || scalar.opensPair || scalar.closesPair
  }
}
