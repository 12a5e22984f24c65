import Matching
package import SQLite
package import Schema
import Topics

/// The topics of the user's own inside an archive: a row of `properties` for each, `topic:` and its
/// name, with a line for each word as in the file it came from.
package struct StoredTopics {
  private let connection: Connection

  /// The largest vocabulary in bytes, as large as a file that is taken.
  package static var limit: Int { 1 << 20 }

  /// The topics of an open archive.
  package init(_ connection: Connection) { self.connection = connection }

  /// The lines of the file that would give these topics, by the order of their names.
  ///
  /// - Throws: `ArchiveFileError` when there are too many, or the file cannot be read.
  package func lines() throws(ArchiveFileError) -> [String] {
    let path = connection.path
    let size = try onFile(path) { () throws(SQLiteError) in
      try connection.value("SELECT total(length(name) + length(value)) \(Self.rows)")
    }
    guard case .real(let size) = size, size <= Double(Self.limit) else {
      throw .tooManyTopics(path: path, limit: Self.limit)
    }
    let rows = try onFile(path) { () throws(SQLiteError) in
      try connection.rows("SELECT substr(name, 7), value \(Self.rows) ORDER BY name") {
        (topic: $0.text(0) ?? "", words: $0.text(1) ?? "")
      }
    }
    return rows.filter { Self.isName($0.topic) }.flatMap(Self.lines)
  }

  /// The vocabulary; nil where the file has none.
  func vocabulary() throws(ArchiveFileError) -> TopicVocabulary? {
    let lines = try lines()
    return lines.isEmpty ? nil : TopicVocabulary(words: Array(lines.joined(separator: "\n").utf8))
  }

  /// Stores words in the place of those their topics had; a topic whose words are others now is
  /// taken from all initiatives, to be given anew.
  func put(_ words: LexiconFile) throws(SQLiteError) {
    for (topic, entries) in Dictionary(grouping: words.entries, by: { $0[0] }) where !topic.isEmpty
    {
      let words = entries.map { $0.dropFirst().joined(separator: "\t") }.joined(separator: "\n")
      let isKnown = try connection.value(
        "SELECT count(*) FROM properties WHERE name = :name AND value = :words",
        ["name": .text(Self.prefix + topic), "words": .text(words)])
      guard isKnown == 0 else { continue }
      _ = try remove(topic)
      try connection.prepare("INSERT INTO properties (name, value) VALUES (:name, :words)")
        .run(["name": .text(Self.prefix + topic), "words": .text(words)])
    }
  }

  /// Forgets a topic; false when there is none of that name.
  func remove(_ topic: String) throws(SQLiteError) -> Bool {
    try connection.prepare("DELETE FROM properties WHERE name = :name")
      .run(["name": .text(Self.prefix + topic)])
    guard connection.changes > 0 else { return false }
    if !TopicVocabulary.builtIn.topics.contains(topic) { try strip(topic) }
    return true
  }

  /// Takes a topic from every initiative.
  private func strip(_ topic: String) throws(SQLiteError) {
    for table in ["program_links", "programs"] {
      try connection.prepare(
        """
        UPDATE \(table) SET topics = trim(replace(',' || topics || ',', :topic, ','), ',')
        WHERE instr(',' || topics || ',', :topic) > 0
        """
      ).run(["topic": .text(",\(topic),")])
    }
  }

  private static var prefix: String { "topic:" }
  /// The names that begin with the prefix; a semicolon follows the colon.
  private static var rows: String { "FROM properties WHERE name >= 'topic:' AND name < 'topic;'" }

  private static func lines(of row: (topic: String, words: String)) -> [String] {
    row.words.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? row.topic : "\(row.topic)\t\($0)"
    }
  }

  /// Whether a list with commas can hold a topic, and a line begin with it.
  private static func isName(_ topic: String) -> Bool {
    !topic.isEmpty && !topic.hasPrefix("#")
      && !topic.utf8.contains { ",\t\n\r".utf8.contains($0) }
  }
}
