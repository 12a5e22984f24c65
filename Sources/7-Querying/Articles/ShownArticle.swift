package import SQLite

/// A small table read from the archive: the names of its columns and its rows.
package struct ShownTable: Sendable {
  /// What the rows are.
  package let title: String
  /// The names of the columns.
  package let columns: [String]
  /// The rows.
  package let rows: [[Value]]

  /// Makes a table.
  package init(title: String, columns: [String], rows: [[Value]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

/// Everything an archive holds of one article.
package struct ShownArticle: Sendable {
  /// The number.
  package let id: Int
  /// The headline.
  package let title: String?
  /// The second headline.
  package let subtitle: String?
  /// The body.
  package let text: String
  /// Source, date, dateline, kind and where it stands, as columns.
  package let facts: ShownTable
  /// Credits, places, candidates, programs, organisations, people and facts.
  package let tables: [ShownTable]
}

extension ArchiveFile {
  /// One article.
  ///
  /// - Throws: `QueryError` where there is none of that number.
  package func article(_ id: Int) throws(QueryError) -> ShownArticle {
    let own = try table("article", Self.articleSQL, id)
    let texts = try rows(
      "SELECT title, subtitle, text FROM articles WHERE article_id = :article",
      ["article": .integer(id)]
    ) { (title: $0.text(0), subtitle: $0.text(1), text: $0.text(2) ?? "") }
    guard let texts = texts.first else {
      throw QueryError(.nothingFound, "there is no article \(id)")
    }
    var tables: [ShownTable] = []
    for (title, sql) in Self.parts { tables.append(try table(title, sql, id)) }
    return ShownArticle(
      id: id, title: texts.title, subtitle: texts.subtitle, text: texts.text, facts: own,
      tables: tables)
  }

  /// The changes made between the first and the last byte of an article.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func edits(of article: Int) throws(QueryError) -> ShownTable {
    try table(
      "edits",
      """
      SELECT edits.reason, edits.byte_offset, edits.byte_length, edits.printed, edits.replacement
      FROM edits
      JOIN articles USING (document_id)
      WHERE article_id = :article
        AND edits.byte_offset >= (
          SELECT min(byte_offset) FROM source_spans WHERE article_id = :article)
        AND edits.byte_offset < (
          SELECT max(byte_offset + byte_length) FROM source_spans WHERE article_id = :article)
      ORDER BY edits.byte_offset
      """, article)
  }

  /// The facts of an article with their positions, in reading order.
  ///
  /// - Throws: `QueryError` when the file refuses, or a position cannot be.
  package func positions(
    of article: Int
  ) throws(QueryError) -> [(quote: String, start: Int, length: Int)] {
    let found = try rows(
      "SELECT quote, start, length FROM facts WHERE article_id = :article ORDER BY start",
      ["article": .integer(article)]
    ) { (quote: $0.text(0) ?? "", start: $0.integer(1) ?? -1, length: $0.integer(2) ?? -1) }
    for fact in found where fact.start < 0 || fact.length < 0 || fact.start > Int.max - fact.length
    {
      throw damage("the place of the fact “\(fact.quote)” of article \(article)")
    }
    return found
  }

  private func table(
    _ title: String, _ sql: String, _ article: Int
  ) throws(QueryError) -> ShownTable {
    var found: [[Value]] = []
    do {
      let statement = try connection.prepare(sql)
      let columns = statement.columns
      try statement.forEach(["article": .integer(article)] as [String: Value]) { row in
        found.append(columns.indices.map { row[$0] })
      }
      return ShownTable(title: title, columns: columns, rows: found)
    } catch {
      throw QueryError(error, reading: path)
    }
  }

  private static let articleSQL = """
    SELECT
      article_id, document, ordinal, kind, source, published, dateline, script, duplicate_of
    FROM articles WHERE article_id = :article
    """

  private static let parts: [(title: String, sql: String)] = [
    ("bylines", "SELECT name, role FROM bylines WHERE article_id = :article ORDER BY ordinal"),
    (
      "places",
      """
      SELECT name, level, adcode, path, mentions FROM article_places
      WHERE article_id = :article ORDER BY path
      """
    ),
    (
      "undecided places",
      """
      SELECT places.name, places.level, candidate.path AS candidate
      FROM place_candidates AS candidate
      JOIN places USING (place_id)
      WHERE article_id = :article ORDER BY places.name, candidate.path
      """
    ),
    (
      "programs",
      """
      SELECT name, kind, path AS place, topics, replace(printed, char(10), '、') AS printed, mentions
      FROM article_programs WHERE article_id = :article ORDER BY mentions DESC, name
      """
    ),
    (
      "organizations",
      """
      SELECT name, mentions FROM article_organizations
      WHERE article_id = :article ORDER BY mentions DESC, name
      """
    ),
    (
      "people",
      """
      SELECT name, role, mentions FROM article_people
      WHERE article_id = :article ORDER BY mentions DESC, name
      """
    ),
    (
      "facts",
      """
      SELECT quote, value, value_max, unit, approx, subject, action, kind, per, path AS place,
        time_text, time_start, time_end, program, start, length
      FROM facts WHERE article_id = :article ORDER BY start
      """
    ),
  ]
}
