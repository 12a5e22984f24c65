import ArgumentParser
import Glibc
import Importing
import Printing
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
        archive topics --list > my-topics.txt
        archive topics --remove 夜经济

      The file has one line for each word: the topic, a tab, the word (夜经济<TAB>夜市); a topic
      alone is its own word, a third field `weak` makes a word count half, # starts a comment. A
      program gets a topic whose words stand in its name or in a sentence that mentions it; it
      keeps those it has. The archive keeps the words: what is imported or read again later gets
      the topics too. A topic that is given again gets the new words instead of the old.
      """,
      """
      示例
        archive topics my-topics.txt
        archive query --show programs --topic 夜经济
        archive topics --list > my-topics.txt
        archive topics --remove 夜经济

      文件每行一个词：主题、制表符、词（夜经济<TAB>夜市）；只写主题时，主题就是词；
      第三栏写 weak 的词只算一半，# 起是注释。名称中或提到它的句子里有这些词的项目
      得到该主题，原有主题保留。用词存在档案里：此后导入或重读的文档同样得到这些主题。
      同一主题再给一次，新词代替旧词。
      """))

  @Argument(help: .said("The file of topics and words.", "主题与用词的文件。", valueName: "file"))
  var file: String?

  @Flag(
    help: .said(
      "Print your own topics that the archive keeps, as such a file.", "按同样的格式列出档案里您自定的主题。"))
  var list = false

  @Option(
    help: .said(
      "Forget a topic of your own; may be repeated.", "去掉一个自定的主题；可以重复。", valueName: "topic"))
  var remove: [String] = []

  @OptionGroup var database: DatabaseOptions

  @Flag(name: .shortAndLong, help: .said("Say nothing but errors.", "只报错误，不说别的。"))
  var quiet = false

  func validate() throws {
    guard file != nil || list || !remove.isEmpty else {
      throw ValidationError("name a file of topics, or ask for --list or --remove")
    }
  }

  func run() throws {
    Interruption.watch()
    if file != nil || !remove.isEmpty { try database.upgrade() }
    for topic in remove { try remove(QueryWords.simplified(topic)) }
    if let file { try add(file) }
    guard list else { return }
    let lines = try withArchiveErrors { try storedTopics(of: database.path) }
    for line in lines { print(Self.harmless(line)) }
  }

  /// A line of a topics file whose words cannot steer a terminal; the tabs stay.
  private static func harmless(_ line: String) -> String {
    line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).neutralized }
      .joined(separator: "\t")
  }

  private func remove(_ topic: String) throws {
    guard try withArchiveErrors({ try removeTopic(topic, from: database.path) }) else {
      throw fail(
        .nothingFound,
        "\(database.path): no topic “\(topic)” of your own; `archive topics --list` shows them")
    }
    guard !quiet else { return }
    let isBuiltIn = TopicVocabulary.builtIn.topics.contains(topic)
    report(
      "\(database.path): \(topic): forgotten"
        + (isBuiltIn ? "; built in too, so programs keep it until `archive reextract --all`" : ""))
  }

  private func add(_ file: String) throws {
    let words = try words(of: file)
    let vocabulary = TopicVocabulary(words: words)
    guard !vocabulary.topics.isEmpty else { throw ValidationError("\(file) names no topic") }
    if let topic = vocabulary.topics.first(where: { $0.contains(",") }) {
      throw ValidationError("the topic “\(topic)” holds a comma")
    }
    let gained = try withArchiveErrors { try addTopics(words, to: database.path) }
    guard !quiet else { return }
    for topic in vocabulary.topics {
      report("\(database.path): \(topic): \(gained[topic] ?? 0) programs more")
    }
  }

  /// The lines of a file in Simplified script, as the archive's names are.
  private func words(of file: String) throws -> [UInt8] {
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
