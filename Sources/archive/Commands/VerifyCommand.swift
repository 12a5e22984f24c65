import ArgumentParser
import Printing
import Verifying

/// `archive verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: inChinese(
      "Prove every quote, position, link and original of the archive.",
      "核对档案中每处引文、位置、链接和原文。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive verify
        archive verify -d county.db

      Every original is decoded again and compared with the texts made from it; every quote is
      compared with the text at its place; every link must lead somewhere. Each fault is one
      line on standard output, and the exit status is then 65.
      """,
      """
      示例
        archive verify
        archive verify -d county.db

      每份原文重新解码，与由它得到的正文比较；每处引文与所在位置的正文比较；
      每个链接都须有着落。每处错误在标准输出上占一行，这时退出状态为 65。
      """))

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    var faults = 0
    let extent = try withArchiveErrors {
      try Verification(path: database.path).run { fault in
        faults += 1
        Terminal.write("\(fault)".neutralized + "\n")
      }
    }
    report(
      "\(database.path): \(extent.documents) documents, \(extent.articles) articles, "
        + "\(extent.facts) facts, \(extent.mentions) mentions: "
        + (faults == 0 ? "all proved" : "\(faults) faults"))
    if faults > 0 { throw ExitCode(ExitStatus.damaged.rawValue) }
  }
}
