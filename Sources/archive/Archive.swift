import ArgumentParser
import Glibc
import Model

/// The program `archive`.
@main
struct Archive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: inChinese(
      "A local archive of Chinese local news, in one SQLite file.",
      "一个文件装下的中国地方新闻档案。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive import seeds                         make archive.db from a folder
        archive query --city 遂宁                     all that is known of a city
        archive query "all 三无小区 programs by city"  a question, in English or Chinese
        archive show 1 --source                      an article, its facts and their bytes
        archive verify                               prove every quote and position

      EXIT STATUS
        0 done, 1 a query found nothing, 3 some files failed, 64 wrong usage,
        65 a file or archive is damaged, 74 something could not be read or written
      """,
      """
      示例
        archive import seeds                      由文件夹建成 archive.db
        archive query --city 遂宁                  一座城市的全部所知
        archive query "各市的三无小区项目"           用中文或英文提问
        archive show 1 --source                   一篇文章，其中的数字及所据字节
        archive verify                            核对每处引文和位置

      退出状态
        0 完成，1 没有查到，3 有些文件失败，64 用法有误，
        65 文件或档案损坏，74 读不出或写不进
      """),
    version: release,
    subcommands: [
      ImportCommand.self, QueryCommand.self, FactsCommand.self, ShowCommand.self,
      PlacesCommand.self, InfoCommand.self, VerifyCommand.self, ReextractCommand.self,
      ReadCommand.self, TopicsCommand.self, OriginalsCommand.self, IndexCommand.self,
      UpgradeCommand.self,
    ])

  static func main() {
    // A reader that goes away (`| head`) ends the program without a word.
    signal(SIGPIPE, SIG_DFL)
    // A limit on the size of files is an error of the write.
    signal(SIGXFSZ, SIG_IGN)
    Glibc.exit(Running.run())
  }
}
