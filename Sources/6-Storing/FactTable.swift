import Model
import SQLite

/// Rows of numeric facts.
final class FactTable {
  private let insert: Statement

  init(_ connection: Connection) throws(SQLiteError) {
    insert = try connection.prepare(
      """
      INSERT INTO facts (article_id, start, length, quote, value, value_max, unit, approx,
        subject, action, kind, per, place_id, place, path, city, time_text, time_start,
        time_end, program_id, program, sentence, rule, rules_version)
      VALUES (:article_id, :start, :length, :quote, :value, :value_max, :unit, :approx,
        :subject, :action, :kind, :per, :place_id, :place, :path, :city, :time_text,
        :time_start, :time_end, :program_id, :program, :sentence, :rule, :rules_version)
      """)
  }

  func store(
    _ fact: FactRecord, of record: ArticleRecord, article: Int, _ rows: EntityRows,
    rulesVersion: Int
  ) throws(SQLiteError) {
    let place = fact.place.map { record.places[$0] }
    try insert.run([
      "article_id": .integer(article), "start": .integer(fact.span.start),
      "length": .integer(fact.span.length), "quote": .text(fact.quote),
      "value": .real(fact.value), "value_max": .real(fact.valueMax), "unit": .text(fact.unit),
      "approx": .text(fact.approx?.rawValue), "subject": .text(fact.subject),
      "action": .text(fact.action), "kind": .text(fact.kind.rawValue), "per": .text(fact.per),
      "place_id": .integer(fact.place.map { rows.places[$0] }),
      "place": .text(place?.name), "path": .text(place?.pathText),
      "city": .text(place?.path.first { $0.level == .city }?.name),
      "time_text": .text(fact.timeText),
      "time_start": .text(fact.period?.start?.description),
      "time_end": .text(fact.period?.end?.description),
      "program_id": .integer(fact.program.map { rows.programs[$0] }),
      "program": .text(fact.program.map { record.programs[$0].name }),
      "sentence": .text(fact.sentenceText), "rule": .text(fact.rule),
      "rules_version": .integer(rulesVersion),
    ])
  }
}
