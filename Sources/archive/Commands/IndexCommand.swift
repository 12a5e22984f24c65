import ArgumentParser
import Importing
import Schema
import Storing

/// `archive index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: inChinese(
      "Make the full-text indexes anew, or one more for other programs.",
      "重建全文索引，或为其他程序另建一个。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive index                      make the indexes anew from the articles
        archive index --trigram            add articles_trigram, which Datasette searches
        archive index --drop-trigram       take it away again

      Imports keep all indexes up to date by themselves. An archive whose index was made by another
      release says so and names this command. articles_trigram finds three characters or more;
      the file grows by about a quarter.
      """,
      """
      示例
        archive index                      由文章重建索引
        archive index --trigram            另建 articles_trigram，供 Datasette 检索
        archive index --drop-trigram       再去掉它

      导入时各索引会自动更新。索引由其他版本所建的档案会说明，并提示使用本命令。
      articles_trigram 可查三个字以上的词，文件增大约四分之一。
      """))

  @OptionGroup var database: DatabaseOptions

  @Flag(help: .said("Add the index articles_trigram.", "另建索引 articles_trigram。"))
  var trigram = false

  @Flag(help: .said("Take articles_trigram away.", "去掉 articles_trigram。"))
  var dropTrigram = false

  @Flag(name: .shortAndLong, help: .said("Say nothing but errors.", "只报错误，不说别的。"))
  var quiet = false

  func validate() throws {
    guard !trigram || !dropTrigram else {
      throw ValidationError("--trigram and --drop-trigram do the opposite; choose one")
    }
  }

  func run() throws {
    Interruption.watch()
    try database.upgrade()
    let done = try withArchiveErrors { try change() }
    if !quiet { report("\(database.path): \(done)") }
  }

  private func change() throws(ArchiveFileError) -> String {
    try changing(database.path) { (writer) throws(ArchiveFileError) in
      guard trigram || dropTrigram else {
        try writer.rebuildIndexes()
        return "full-text indexes made anew"
      }
      let isChanged = try writer.setTrigramIndex(trigram)
      return trigram
        ? "articles_trigram \(isChanged ? "made" : "is there already")"
        : "articles_trigram \(isChanged ? "taken away" : "was not there")"
    }
  }
}
