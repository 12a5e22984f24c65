/// A unit or classifier as it is printed after a numeral.
package struct Unit: Hashable, Sendable {
  /// The form printed, such as 平米.
  package let printed: String
  /// The form it is compared in, such as 平方米.
  package let normal: String
  /// What it measures; only units of one dimension convert into each other.
  package let dimension: Dimension
  /// How many base units of its dimension one of it is: 10000 for 公顷, as 平方米 is the base.
  package let factor: Double
}

/// What a unit measures.
package struct Dimension: RawRepresentable, Hashable, Sendable {
  /// The name in the table of units.
  package let rawValue: String

  /// Wraps a name.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Money of the country; each foreign currency is a dimension of its own.
  package static let money = Dimension(rawValue: "money")
  /// Base 米.
  package static let length = Dimension(rawValue: "length")
  /// Base 平方米.
  package static let area = Dimension(rawValue: "area")
  /// Base 秒.
  package static let time = Dimension(rawValue: "time")
  /// 个工作日, which no calendar turns into days.
  package static let workday = Dimension(rawValue: "workday")
  /// 岁.
  package static let age = Dimension(rawValue: "age")
  /// Base 人.
  package static let people = Dimension(rawValue: "people")
  /// 人次.
  package static let visits = Dimension(rawValue: "visits")
  /// Base 户.
  package static let households = Dimension(rawValue: "households")
  /// Base `%`.
  package static let share = Dimension(rawValue: "share")
  /// 倍.
  package static let multiple = Dimension(rawValue: "multiple")
  /// Things counted: one classifier says nothing of another, yet all count.
  package static let count = Dimension(rawValue: "count")

  /// Whether the unit is the name of some money.
  package var isMoney: Bool {
    ["money", "usd", "eur", "hkd", "jpy", "gbp", "twd"].contains(rawValue)
  }
}
