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
    abstract: inChinese(
      "Give the programs of the archive topics of your own.",
      "给档案里的项目加上自定的主题。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive topics my-topics.txt
        archive query --show programs --topic 夜经济

      The file has one line for each word: the topic, a tab, the word (夜经济<TAB>夜市); a topic
      alone is its own word, a third field `weak` makes a word count half, # starts a comment. A
      program gets a topic whose words stand in its name or in a sentence that mentions it; it
      keeps those it has. Do it again after `archive import` and `archive reextract`, which know
      the topics that are built in.
      """,
      """
      示例
        archive topics my-topics.txt
        archive query --show programs --topic 夜经济

      文件每行一个词：主题、制表符、词（夜经济<TAB>夜市）；只写主题时，主题就是词；
      第三栏写 weak 的词只算一半，# 起是注释。名称中或提到它的句子里有这些词的项目
      得到该主题，原有主题保留。archive import 和 archive reextract 只认内置主题，
      之后须再做一次。
      """))

  @Argument(help: .said("The file of topics and words.", "主题与用词的文件。", valueName: "file"))
  var file: String

  @OptionGroup var database: DatabaseOptions

  @Flag(name: .shortAndLong, help: .said("Say nothing but errors.", "只报错误，不说别的。"))
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
