/// The figures and multipliers that numerals are written with.
enum Figures {
  /// The value of one of 0 to 9, also full width.
  static func arabic(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar.value {
    case 0x30...0x39: Double(scalar.value - 0x30)
    case 0xFF10...0xFF19: Double(scalar.value - 0xFF10)
    default: nil
    }
  }

  /// The value of 〇 to 九 and 两.
  static func chinese(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "〇", "零", "○": 0
    case "一", "壹": 1
    case "二", "两", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The value of 十, 百 and 千.
  static func tens(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "十", "拾": 10
    case "百", "佰": 100
    case "千", "仟": 1000
    default: nil
    }
  }

  /// The value of 万 and 亿.
  static func myriads(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "万": 1e4
    case "亿": 1e8
    default: nil
    }
  }

  /// The value of 廿 and 卅, which stand for a figure and its ten.
  static func fusedTens(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "廿": 20
    case "卅": 30
    default: nil
    }
  }

  /// The value of any multiplier.
  static func multiplier(_ scalar: Unicode.Scalar) -> Double? { tens(scalar) ?? myriads(scalar) }

  /// Whether this says “and some more”: 余, 多, 几.
  static func saysMore(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "余" || scalar == "多" || scalar == "几"
  }

  /// Whether a numeral can start here.
  static func canStart(_ scalar: Unicode.Scalar) -> Bool {
    arabic(scalar) != nil || chinese(scalar) != nil || multiplier(scalar) != nil
      || fusedTens(scalar) != nil || scalar == "半"
  }

  /// Whether this joins the two ends of a range: dashes, tildes, 至 and 到.
  static func joinsRange(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "－", "‐", "‑", "‒", "–", "—", "―", "─", "━", "−", "~", "～", "〜", "∼", "至", "到":
      true
    default: false
    }
  }

  /// Whether 千 at `index` belongs to the unit after it: 千瓦, 千米, 千克.
  static func opensUnit(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    guard text[index] == "千", index + 1 < text.count else { return false }
    switch text[index + 1] {
    case "瓦", "米", "克", "伏", "赫", "卡", "焦", "帕": return true
    default: return false
    }
  }
}
