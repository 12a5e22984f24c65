import ArgumentParser
import Printing
import Verifying

/// `archive verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: inChinese(
      "Prove the quotes, positions, links, originals and indexes of the archive.",
      "核对档案中的引文、位置、链接、原件和索引。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive verify
        archive verify -d county.db

      The originals are the documents', with their digests and sizes; every original is decoded
      again and compared with the texts made from it, every quote with the text at its place; the
      full-text indexes hold the words of the texts and no other; every link leads somewhere.
      Each fault is one line on standard output, and the exit status is then 65. What the rules
      conclude from a text is not compared: values and units, names, which place is meant.
      """,
      """
      示例
        archive verify
        archive verify -d county.db

      原件与文档一一对应，摘要和大小相符；每个原件重新解码，与由它得到的正文比较；
      每处引文与所在位置的正文比较；全文索引恰好收有正文的用词；每个链接都有着落。
      每处错误在标准输出上占一行，这时退出状态为 65。规则由正文得出的结论不作比较：
      数值和单位、名称、所指的地点。
      """))

  @OptionGroup var database: DatabaseOptions

  @OptionGroup var size: SizeOption

  /// What is proved where no fault is found, and what is not.
  private static let proved =
    "quotes, positions, links, originals and indexes proved; values and names not checked"

  func run() throws {
    var faults = 0
    let extent = try withArchiveErrors {
      try Verification(path: database.path, sizeLimit: size.bytes).run { fault in
        faults += 1
        Terminal.write("\(fault)".neutralized + "\n")
      }
    }
    report(
      "\(database.path): \(extent.documents) documents, \(extent.articles) articles, "
        + "\(extent.facts) facts, \(extent.mentions) mentions: "
        + (faults == 0 ? Self.proved : "\(faults) faults"))
    if extent.ofOtherRules > 0 {
      report(
        "\(database.path): documents of other rules: \(extent.ofOtherRules); "
          + "run `archive reextract`")
    }
    if faults > 0 { throw ExitCode(ExitStatus.damaged.rawValue) }
  }
}
