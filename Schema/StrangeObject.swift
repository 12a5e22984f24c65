/// Something in a file's schema that this program would not have made so.
package struct StrangeObject: Sendable, CustomStringConvertible {
  /// What is strange about it.
  package enum Oddity: Sendable {
    /// One of ours is missing or is something else.
    case changed
    /// It acts whenever something is stored.
    case trigger
    /// It refuses rows, or computes something whenever a row is stored.
    case index
    /// An object of this type has the name of a function of SQLite's.
    case reserved(String)
    /// A foreign key of it refers to this table of ours.
    case reference(String)
    /// SQLite itself would not have let it in.
    case impossible
  }

  /// Its name, as the file spells it.
  package let name: String
  /// What is strange about it.
  package let oddity: Oddity

  /// The object, and what to do.
  package var description: String {
    let again = "import the originals into a new archive"
    switch oddity {
    case .changed: return "“\(name)” is missing or was changed; \(again)"
    case .impossible: return "“\(name)” was put in by force; \(again)"
    case .trigger:
      return "the trigger “\(name)” was put in; if it is yours, take it out with "
        + "`DROP TRIGGER \(quotedName);` in sqlite3, else \(again)"
    case .reserved(let type):
      return "the \(type) “\(name)” would stand for a function of SQLite's; if it is yours, take "
        + "it out with `DROP \(type.uppercased()) \(quotedName);` in sqlite3, else \(again)"
    case .reference(let table):
      return "the table “\(name)” refers to “\(table)” by a foreign key; if it is yours, make it "
        + "again without REFERENCES, or take it out with `DROP TABLE \(quotedName);` in sqlite3, "
        + "else \(again)"
    case .index:
      return "the index “\(name)” was put in, and it is not on plain columns alone; if it is "
        + "yours, take it out with `DROP INDEX \(quotedName);` in sqlite3, else \(again)"
    }
  }

  /// The name as SQL takes it.
  private var quotedName: String { Self.quoted(name) }

  /// A name as SQL takes it.
  package static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
