/// Which printed forms name the same initiative.
enum ProgramForms {
  /// Whether two names are forms of one: one short for the other, or 项目 for 工程.
  static func areSame(_ a: String, _ b: String) -> Bool {
    isShort(a, of: b) || isShort(b, of: a) || stem(a).map { $0 == stem(b) } ?? false
  }

  /// A name without its last 项目 or 工程.
  private static func stem(_ name: String) -> String? {
    name.hasSuffix("项目") || name.hasSuffix("工程") ? String(name.dropLast(2)) : nil
  }

  /// Whether `short` is the label of `long` without its head noun, or `long` without its place.
  ///
  /// What `long` has more is one phrase: a joined part (甲—乙, 甲+乙) makes another initiative.
  static func isShort(_ short: String, of long: String) -> Bool {
    let short = Array(short.unicodeScalars)
    let long = Array(long.unicodeScalars)
    guard short.count >= 3, short.count < long.count else { return false }
    if long.starts(with: short) { return isPhrase(long[short.count...]) }
    let lead = long.dropLast(short.count)
    return long.suffix(short.count).elementsEqual(short) && endsAsPlace(lead)
  }

  private static func isPhrase(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    rest.count <= 9 && !rest.contains { "—–+、，".unicodeScalars.contains($0) }
  }

  private static func endsAsPlace(_ lead: ArraySlice<Unicode.Scalar>) -> Bool {
    lead.last.map { "省市区县镇乡道村".unicodeScalars.contains($0) } ?? false
  }
}
