/// The layout of the gazetteer's one binary file, shared by its reader and its builder.
///
/// Everything is little-endian. The file opens with `magic`, `version` and, for each section in
/// the order of the cases, the byte offset of its first byte; each section starts on a multiple
/// of four. Divisions are numbered from the provinces down: first all units of county level and
/// above (current, former and zones), then towns. Villages follow them, numbered in the order of
/// their names, so that those of one name are neighbours.
package enum GazetteerLayout {
  /// `CNDV`, read as a little-endian number.
  package static let magic: UInt32 = 0x5644_4E43
  /// Raised with every change of the layout.
  package static let version: UInt32 = 1
  /// A column's mark for “none”.
  package static let none: UInt32 = .max
  /// The parent column's mark for “none”.
  package static let noParent: UInt16 = .max

  /// The arrays of the file.
  package enum Section: Int, CaseIterable, Sendable {
    /// For each division the level in the order of `PlaceLevel.allCases`; bit 7: no longer exists.
    case levels
    /// For each division its parent's number, `UInt16`.
    case parents
    /// Where each division's name starts in `names`, `UInt32`, one more than divisions.
    case nameStarts
    /// The divisions' names, UTF-16.
    case names
    /// The code each unit of county level and above bears or last bore, `UInt32`, 0 for none.
    case adcodes
    /// Longitude and latitude of its seat in millionths of a degree, `Int32`; 0, 0 for unknown.
    case seats
    /// The units that no longer exist: number, successor's number, date as yyyymmdd (month and
    /// day 0 where only the year is known, 0 for unknown), three `UInt32` each, by number.
    case changes
    /// The trie over all names of provinces to towns: each node's UTF-16 unit. Children are
    /// neighbours in order of their units; node 0 is the root.
    case nodeUnits
    /// Each node's first child, `UInt32`, one more than nodes.
    case nodeChildren
    /// Where the meanings of the name that ends at a node start, `UInt32`, one more than nodes.
    case nodeMeanings
    /// A division's number and the form of its name: `number << 2 | form`, `UInt32`.
    case meanings
    /// Five `UInt32` for each group of village names of one ending and one length: the ending
    /// (an index into `villageEndings`), the length without it, the units of the groups before,
    /// the number of names, the first name's number.
    case villageGroups
    /// The names of each group in order, without the ending, UTF-16.
    case villageNames
    /// The first village of each name, counted from 0, `UInt32`, one more than names.
    case villageStarts
    /// The number of each village's town (or county where there is none), `UInt16`.
    case villageParents
  }

  /// The endings that village names are stored without; the first one that fits counts.
  package static let villageEndings = ["社区", "村", ""]
}

/// In what form a text names a division.
package enum NameForm: UInt32, Sendable {
  /// 阿坝藏族羌族自治州, 绵竹市.
  case full
  /// A full name that everyday use shortens but that keeps its generic: 阿坝州, 北川县.
  case everyday
  /// Without the generic: 阿坝, 绵竹.
  case short
}
