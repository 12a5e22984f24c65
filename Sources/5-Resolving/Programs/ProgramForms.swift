/// Which printed forms name the same initiative.
enum ProgramForms {
  /// Whether two names are forms of one: one short for the other, or another head noun of the same
  /// sense (“…”项目, “…”工程).
  static func areSame(_ a: String, _ b: String) -> Bool { areSame(Form(a), Form(b)) }

  /// The same of names whose stems are known: which a resolver keeps, since it compares each new
  /// name with all others.
  static func areSame(_ a: Form, _ b: Form) -> Bool {
    guard a.first == b.first || a.last == b.last || a.stemLast == b.stemLast else { return false }
    if isShort(a.name, of: b.name) || isShort(b.name, of: a.name) { return true }
    return a.stem == b.stem || isShort(a.stem, of: b.stem) || isShort(b.stem, of: a.stem)
  }

  /// A name, ready to be compared: one that is short for another begins or ends as that does.
  struct Form {
    let name: String
    let stem: String
    let first: Unicode.Scalar?
    let last: Unicode.Scalar?
    let stemLast: Unicode.Scalar?

    init(_ name: String) {
      self.name = name
      stem = ProgramForms.stem(name)
      first = name.unicodeScalars.first
      last = name.unicodeScalars.last
      stemLast = stem.unicodeScalars.last
    }
  }

  /// Whether two printed forms are labels of their own, one holding the other and more than a head
  /// noun besides: “邻居节” and “邻居节故事会”.
  static func areOwnLabels(_ a: String, _ b: String) -> Bool {
    guard let a = label(a), let b = label(b), a != b else { return false }
    return stem(a) != stem(b) && stem(a) != b && a != stem(b)
  }

  /// The words in the quotation marks that a printed form starts with.
  private static func label(_ printed: String) -> String? {
    guard let open = printed.unicodeScalars.first, "“「『\"‘".unicodeScalars.contains(open) else {
      return nil
    }
    let inside = printed.unicodeScalars.dropFirst().prefix { !"”」』\"’".unicodeScalars.contains($0) }
    return String(inside)
  }

  private static let heads = [
    "小程序", "项目", "工程", "模式", "机制", "体系", "服务", "工作", "活动", "系统", "平台",
  ]

  /// A name without its head noun, if four code points or more are left.
  private static func stem(_ name: String) -> String {
    for head in heads
    where name.utf8.suffix(head.utf8.count).elementsEqual(head.utf8)
      && name.unicodeScalars.count >= 4 + head.unicodeScalars.count
    {
      return String(name.dropLast(head.count))
    }
    return name
  }

  /// Whether `short` is the label of `long` without its head noun, or `long` without its place.
  ///
  /// What `long` has more is one phrase: a joined part (甲—乙, 甲+乙) makes another initiative.
  static func isShort(_ short: String, of long: String) -> Bool {
    guard short.utf8.count < long.utf8.count,
      long.utf8.starts(with: short.utf8)
        || long.utf8.suffix(short.utf8.count).elementsEqual(short.utf8)
    else { return false }
    let short = Array(short.unicodeScalars)
    let long = Array(long.unicodeScalars)
    guard short.count >= 3 || short.count == 2 && startsWithNumeral(short),
      short.count < long.count
    else { return false }
    if long.starts(with: short) { return isPhrase(long[short.count...]) }
    let lead = long.dropLast(short.count)
    return long.suffix(short.count).elementsEqual(short) && endsAsPlace(lead)
  }

  private static func startsWithNumeral(_ name: [Unicode.Scalar]) -> Bool {
    "一二三四五六七八九十".unicodeScalars.contains(name[0])
  }

  private static func isPhrase(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    rest.count <= 9 && !rest.contains { "—–+、，".unicodeScalars.contains($0) }
  }

  private static func endsAsPlace(_ lead: ArraySlice<Unicode.Scalar>) -> Bool {
    lead.last.map { "省市区县镇乡道村".unicodeScalars.contains($0) } ?? false
  }
}
