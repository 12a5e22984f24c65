package import Model

/// An administrative division, or a zone that the statistics treat like one.
package struct Division: Hashable, Sendable {
  /// Its number in the gazetteer.
  package let id: DivisionID
  /// The official name, such as 阿坝藏族羌族自治州.
  package let name: String
  /// Province to community, or zone.
  package let level: PlaceLevel
  /// The code of GB/T 2260 as of today: for a unit that no longer exists its successor's.
  package let adcode: Adcode?
  /// The unit it lies in.
  package let parent: DivisionID?
  /// The seat, by WGS 84.
  package let seat: Seat?
  /// Whether it has been abolished, merged or renamed.
  package let isAbolished: Bool
  /// The unit in its place today.
  package let successor: DivisionID?
  /// The year it ceased to exist; nil where only “since 2020” is known.
  package let endYear: Int?
  /// The day of the decree that ended it, where known.
  package let endDate: CalendarDate?
}

/// A point on the earth by WGS 84, in degrees.
package struct Seat: Hashable, Sendable {
  /// East is positive.
  package let longitude: Double
  /// North is positive.
  package let latitude: Double
}

/// A name of a division found in a text.
package struct DivisionMatch: Hashable, Sendable {
  /// The number of code points.
  package let length: Int
  /// Every division of that name, each with the form the name has for it.
  package let meanings: [DivisionMeaning]
}

/// A division that a name may mean.
package struct DivisionMeaning: Hashable, Sendable {
  /// The division.
  package let id: DivisionID
  /// The form of its name.
  package let form: NameForm
}
