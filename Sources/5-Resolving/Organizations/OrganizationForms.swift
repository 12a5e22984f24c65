/// Which printed forms name the same organisation.
enum OrganizationForms {
  /// Whether two names are one organisation's: equal, one with a place more before it, one with its
  /// legal form more behind it, or with 人民 before 政府.
  static func areSame(_ a: String, _ b: String) -> Bool { areSame(canonical(a), canonical(b)) }

  /// The same of names in canonical form: which a resolver keeps, since it compares each new name
  /// with all others.
  static func areSame(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard a.first == b.first || a.last == b.last else { return false }
    guard a.count != b.count else { return a == b }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard short.count >= 3 else { return false }
    if long.suffix(short.count).elementsEqual(short) {
      return endsAsPlace(long.dropLast(short.count))
    }
    if long.starts(with: short) { return legalForms.contains(string(long[short.count...])) }
    return isShortened(short, of: long)
  }

  private static let legalForms: Set<String> = [
    "公司", "有限公司", "集团", "股份有限公司", "有限责任公司", "集团公司", "集团有限公司",
  ]

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// The form in which names are compared.
  static func canonical(_ name: String) -> [Unicode.Scalar] {
    let scalars = Array(name.unicodeScalars)
    guard scalars.count > 5, string(scalars.suffix(4)) == "人民政府" else { return scalars }
    return scalars.dropLast(4) + Array("政府".unicodeScalars)
  }

  private static func endsAsPlace(_ lead: ArraySlice<Unicode.Scalar>) -> Bool {
    lead.last.map { "省市区县镇乡道村州".unicodeScalars.contains($0) } ?? false
  }

  /// Whether a business is named by its own name and its form without its trade between them:
  /// 金禾合作社 for 金禾蔬菜合作社.
  private static func isShortened(_ short: [Unicode.Scalar], of long: [Unicode.Scalar]) -> Bool {
    guard short.count >= 5, businessEnds.contains(string(short.suffix(3))) else { return false }
    var head = 0
    while head < short.count, short[head] == long[head] { head += 1 }
    return head >= 2 && long.suffix(short.count - head).elementsEqual(short[head...])
  }

  private static let businessEnds: Set<String> = ["合作社", "限公司", "团公司"]
}
