import Matching
package import SQLite
package import Schema
import Topics

/// Whose words signal a topic.
enum TopicOrigin: String {
  /// The program's.
  case builtIn = "built-in"
  /// The user's.
  case user
}

/// The topics inside an archive, each with its words: those of the program, and the user's own.
package struct StoredTopics {
  private let connection: Connection

  /// The largest vocabulary in bytes, as large as a file that is taken.
  package static var limit: Int { 1 << 20 }

  /// The topics of an open archive.
  package init(_ connection: Connection) { self.connection = connection }

  /// The lines of the file that would give the user's own topics, by the order of their names.
  ///
  /// - Throws: `ArchiveFileError` when there are too many, or the file cannot be read.
  package func lines() throws(ArchiveFileError) -> [String] {
    let path = connection.path
    let size = try onFile(path) { () throws(SQLiteError) in
      try connection.value("SELECT total(length(topic) + length(word)) \(Self.own)")
    }
    guard case .real(let size) = size, size <= Double(Self.limit) else {
      throw .tooManyTopics(path: path, limit: Self.limit)
    }
    return try onFile(path) { () throws(SQLiteError) in
      try connection.rows("SELECT topic, word, weight \(Self.own) ORDER BY topic, word") {
        (topic: $0.text(0) ?? "", word: $0.text(1) ?? "", isWeak: $0.real(2) != 1)
      }
    }.filter { Self.isName($0.topic) && Self.isWord($0.word) }.map { row in
      let isAlone = row.word == row.topic && !row.isWeak
      return isAlone ? row.topic : "\(row.topic)\t\(row.word)" + (row.isWeak ? "\tweak" : "")
    }
  }

  /// The user's own vocabulary; nil where the file has none.
  func vocabulary() throws(ArchiveFileError) -> TopicVocabulary? {
    let lines = try lines()
    return lines.isEmpty ? nil : TopicVocabulary(words: Array(lines.joined(separator: "\n").utf8))
  }

  /// Puts words of the user's in the place of those their topics had; a topic is taken from all
  /// initiatives that have it by its old words, to be given anew.
  func put(_ words: LexiconFile) throws(SQLiteError) {
    for (topic, entries) in Dictionary(grouping: words.entries, by: { $0[0] }) where !topic.isEmpty
    {
      guard try self.words(of: topic) != Set(entries.map(Self.word)) else { continue }
      _ = try remove(topic)
      for entry in entries { try insert(entry, .user) }
    }
  }

  /// A word as a line of a file gives it.
  private struct Word: Hashable {
    let text: String
    let weight: Double
  }

  private static func word(_ entry: [String]) -> Word {
    Word(
      text: entry.count > 1 && !entry[1].isEmpty ? entry[1] : entry[0],
      weight: entry.count > 2 && entry[2] == "weak" ? 0.5 : 1)
  }

  /// The words that a topic of the user's has.
  private func words(of topic: String) throws(SQLiteError) -> Set<Word> {
    Set(
      try connection.rows(
        "SELECT word, weight \(Self.own) AND topic = :topic", ["topic": .text(topic)]
      ) { Word(text: $0.text(0) ?? "", weight: $0.real(1) ?? 0) })
  }

  /// Forgets a topic of the user's own; false when there is none of that name.
  func remove(_ topic: String) throws(SQLiteError) -> Bool {
    try connection.prepare("DELETE FROM topics WHERE topic = :topic AND origin = 'user'")
      .run(["topic": .text(topic)])
    guard connection.changes > 0 else { return false }
    try strip(topic)
    return true
  }

  /// Makes the topics of the program those that it has today.
  func renewBuiltIn() throws(SQLiteError) {
    try connection.execute("DELETE FROM topics WHERE origin = 'built-in'")
    for entry in TopicVocabulary.builtInWords.entries { try insert(entry, .builtIn) }
  }

  private func insert(_ entry: [String], _ origin: TopicOrigin) throws(SQLiteError) {
    let word = Self.word(entry)
    try connection.prepare(
      """
      INSERT INTO topics (topic, word, weight, origin) VALUES (:topic, :word, :weight, :origin)
      ON CONFLICT DO NOTHING
      """
    ).run([
      "topic": .text(entry[0]), "word": .text(word.text), "weight": .real(word.weight),
      "origin": .text(origin.rawValue),
    ])
  }

  /// Takes a topic from every initiative that has it by words of the user's.
  private func strip(_ topic: String) throws(SQLiteError) {
    let own = "FROM program_topics WHERE topic = :topic AND origin = 'user'"
    let programs = try connection.rows(
      "SELECT DISTINCT program_id \(own)", ["topic": .text(topic)]
    ) { $0.integer(0) ?? 0 }
    try connection.prepare("DELETE \(own)").run(["topic": .text(topic)])
    for program in programs { try ProgramTable.tellTopics(of: program, connection) }
  }

  private static var own: String { "FROM topics WHERE origin = 'user'" }

  /// Whether a list with commas can hold a topic, and a line begin with it.
  private static func isName(_ topic: String) -> Bool {
    !topic.hasPrefix("#") && isWord(topic, ",")
  }

  /// Whether a line with tabs can hold a word.
  private static func isWord(_ word: String, _ more: String = "") -> Bool {
    !word.isEmpty && !word.utf8.contains { "\t\n\r\(more)".utf8.contains($0) }
  }
}
