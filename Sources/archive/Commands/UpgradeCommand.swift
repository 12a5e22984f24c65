import ArgumentParser
import Schema

/// `archive upgrade`.
struct UpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: inChinese(
      "Bring an archive of an earlier format up to today's.",
      "把旧格式的档案升级为现行格式。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive upgrade
        archive upgrade -d county.db

      Nothing is lost: articles, facts and names stay, and so do tables, indexes and views of your
      own; a view over facts.sentence is mended. Only the numbers of facts (fact_id) are others. A
      copy stands beside the file, FILE-before-upgrade, until the new one is proved, which takes room
      of three times the file; a file that could not be upgraded is as it was. Documents keep the reading of the rules that read them: afterwards
      `archive reextract` reads them again.
      """,
      """
      示例
        archive upgrade
        archive upgrade -d county.db

      什么都不会丢：文章、数字、名称照旧，您自建的表、索引和视图也都保留，用到 facts.sentence
      的视图会改好，只有数字的编号（fact_id）换新。新文件核对无误之前，旁边留有副本
      “文件名-before-upgrade”，因此需要三倍于文件的空间；升级不成，文件保持原样。各文档仍是原来规则所读的结果，之后可用
      `archive reextract` 重读。
      """))

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    Interruption.watch()
    guard try !database.upgrade() else { return }
    _ = try withArchiveErrors { try ArchiveFormat.read(database.path) }
    report("\(database.path): of today's format already")
  }
}
