import Model
import SQLite

/// Rows of numeric facts.
final class FactTable {
  private let insert: Statement

  init(_ connection: Connection) throws(SQLiteError) {
    insert = try connection.prepare(
      """
      INSERT INTO facts (fact_id, article_id, start, length, quote, value, value_max, unit, approx,
        subject, action, kind, per, place_id, place, path, city, time_text, time_start,
        time_end, program_id, program, sentence_start, sentence_length, rule)
      VALUES (:fact_id, :article_id, :start, :length, :quote, :value, :value_max, :unit, :approx,
        :subject, :action, :kind, :per, :place_id, :place, :path, :city, :time_text,
        :time_start, :time_end, :program_id, :program, :sentence_start, :sentence_length, :rule)
      """)
  }

  /// The id of a fact, by its place in its article from 0: a document has at most a million rows.
  ///
  /// The id of an article of a stranger's archive may be any integer.
  private static func id(_ ordinal: Int, article: Int) -> Int {
    article &* 1_000_000 &+ ordinal &+ 1
  }

  func store(
    _ fact: FactRecord, _ ordinal: Int, of record: ArticleRecord, article: Int, _ rows: EntityRows
  ) throws(SQLiteError) {
    let place = fact.place.map { record.places[$0] }
    try insert.run([
      "fact_id": .integer(Self.id(ordinal, article: article)), "article_id": .integer(article),
      "start": .integer(fact.span.start), "length": .integer(fact.span.length),
      "quote": .text(fact.quote), "value": .real(fact.value), "value_max": .real(fact.valueMax),
      "unit": .text(fact.unit), "approx": .text(fact.approx?.rawValue),
      "subject": .text(fact.subject), "action": .text(fact.action),
      "kind": .text(fact.kind.rawValue), "per": .text(fact.per),
      "place_id": .integer(fact.place.map { rows.places[$0] }),
      "place": .text(place?.name), "path": .text(place?.pathText),
      "city": .text(place?.path.first { $0.level == .city }?.name),
      "time_text": .text(fact.timeText),
      "time_start": .text(fact.period?.start?.description),
      "time_end": .text(fact.period?.end?.description),
      "program_id": .integer(fact.program.map { rows.programs[$0] }),
      "program": .text(fact.program.map { record.programs[$0].name }),
      "sentence_start": .integer(fact.sentence.start),
      "sentence_length": .integer(fact.sentence.length), "rule": .text(fact.rule),
    ])
  }
}
