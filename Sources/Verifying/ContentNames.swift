import SQLite

/// Rows and values in the words of a fault.
enum ContentNames {
  /// A row by its public table and its key, such as `facts 3000001` or `bylines of article 3: 0`.
  static func row(_ row: Cursor, of table: ContentTable) -> String {
    let name = publicNames[table.name] ?? table.name
    func value(_ column: String) -> String? {
      table.columns.firstIndex(of: column).map { shown(row[$0]) }
    }
    // A table with an id of its own is told by it, any other by what its rows belong to.
    if let id = ids[table.name].flatMap(value) { return "\(name) \(id)" }
    let owner =
      value("article_id").map { "article \($0)" }
      ?? value("document_id").map {
        "document \($0)"
      }
    let key = (0..<table.keyCount).filter { !owners.contains(table.columns[$0]) }
      .map { shown(row[$0]) }.joined(separator: ", ")
    return "\(name) of \(owner ?? "the file")" + (key.isEmpty ? "" : ": \(key)")
  }

  /// A value, cut to what a line can hold.
  static func shown(_ value: Value) -> String {
    switch value {
    case .null: "nothing"
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): "“\(text.unicodeScalars.count > 60 ? text.prefix(60) + "…" : text[...])”"
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }

  private static let ids = [
    "documents": "document_id", "articles": "article_id", "facts": "fact_id", "parts": "part_id",
    "boxes": "box_id", "places": "place_id", "programs": "program_id",
    "organizations": "organization_id", "people": "person_id",
  ]

  private static let owners: Set = ["document_id", "place of article", "article_id"]

  /// The names that people read tables by.
  private static let publicNames = [
    "stored_edits": "edits", "stored_spans": "source_spans", "stored_mentions": "mentions",
    "place_links": "article_places", "program_links": "article_programs",
    "organization_links": "article_organizations", "person_links": "article_people",
  ]
}
