import ArgumentParser
import Glibc
import Importing
import Model
import Querying
import Topics

/// `archive topics FILE`.
struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "Give the programs of the archive topics of your own.",
    discussion: """
      EXAMPLES
        archive topics my-topics.txt
        archive query --show programs --topic 夜经济

      The file has one line for each word: the topic, a tab, the word (夜经济<TAB>夜市); a topic
      alone is its own word, a third field `weak` makes a word count half, # starts a comment. A
      program gets a topic whose words stand in its name or in a sentence that mentions it; it
      keeps those it has. Do it again after `archive import` and `archive reextract`, which know
      the topics that are built in.
      """)

  @Argument(help: ArgumentHelp("The file of topics and words.", valueName: "file"))
  var file: String

  @OptionGroup var database: DatabaseOptions

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let vocabulary = TopicVocabulary(words: try words())
    guard !vocabulary.topics.isEmpty else { throw ValidationError("\(file) names no topic") }
    if let topic = vocabulary.topics.first(where: { $0.contains(",") }) {
      throw ValidationError("the topic “\(topic)” holds a comma")
    }
    let gained = try withArchiveErrors { try addTopics(vocabulary, to: database.path) }
    guard !quiet else { return }
    for topic in vocabulary.topics {
      report("\(database.path): \(topic): \(gained[topic] ?? 0) programs more")
    }
  }

  /// The lines of the file in Simplified script, as the archive's names are.
  private func words() throws -> [UInt8] {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw fail(.inputOutput, "\(file): \(String(cString: strerror(errno)).lowercased())")
    }
    defer { close(descriptor) }
    do {
      let bytes = try readAll(descriptor, limit: 1 << 20)
      return Array(QueryWords.simplified(String(decoding: bytes, as: UTF8.self)).utf8)
    } catch {
      throw fail(.inputOutput, "\(file): \(error.reason)")
    }
  }
}
