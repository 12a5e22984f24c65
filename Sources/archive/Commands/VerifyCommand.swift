import ArgumentParser
import Importing
import Printing
import Schema
import Storing
import Synchronization
import Verifying

/// `archive verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: inChinese(
      "Prove that the archive holds what its originals give.",
      "核对档案所存与原件所得是否一致。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive verify
        archive verify -d county.db
        archive verify --quick             quotes and positions alone

      Every original is compared with its digest and read again as it was at import; every row and
      column must be what it gives: articles, places, programs, values, links. Names, what was said
      at import and words of your own have a digest inside the archive, the full-text indexes hold
      the words of the texts and no other. Each fault is one line on standard output, and the exit
      status is then 65. Documents that other rules have read are counted: of them only quotes and
      positions can be proved until `archive reextract` reads them again.
      """,
      """
      示例
        archive verify
        archive verify -d county.db
        archive verify --quick             只核对引文和位置

      每个原件先核对摘要，再照导入时的方式重读，每行每列都须与重读所得一致：文章、地点、项目、
      数值、链接。名称、导入时所给的说明和您自定的词语，档案里另有摘要；全文索引恰好收有正文的
      用词。每处错误在标准输出上占一行，这时退出状态为 65。其他规则读过的文档会计数说明：
      在 `archive reextract` 重读之前，只能核对其引文和位置。
      """))

  @OptionGroup var database: DatabaseOptions

  @OptionGroup var size: SizeOption

  @Flag(help: .said("Prove quotes and positions only.", "只核对引文和位置。"))
  var quick = false

  @Flag(name: .shortAndLong, help: .said("Say nothing but faults.", "只报错误，不说别的。"))
  var quiet = false

  func run() throws {
    let count = Atomic(0)
    let extent = try withArchiveErrors {
      try prove { fault in
        count.add(1, ordering: .relaxed)
        Terminal.write("\(fault)".neutralized + "\n")
      }
    }
    let faults = count.load(ordering: .relaxed)
    if !quiet { tell(extent, faults) }
    if faults > 0 { throw ExitCode(ExitStatus.damaged.rawValue) }
  }

  private func prove(
    _ tell: @escaping @Sendable (Fault) -> Void
  ) throws(ArchiveFileError) -> Verification.Extent {
    let verification = try Verification(path: database.path, sizeLimit: size.bytes)
    let isShown = isInteractive && !quiet
    var progress =
      isShown ? ProgressLine(total: try FileTotals(of: database.path, .every)) : nil
    defer { progress?.clear() }
    return try verification.run(
      quick ? .quotes : .whole,
      progress: { progress?.show(files: $0, bytes: $1) }, tell)
  }

  private func tell(_ extent: Verification.Extent, _ faults: Int) {
    report(
      "\(database.path): \(ImportRun.counted(extent.documents, "document")), "
        + "\(ImportRun.counted(extent.articles, "article")), "
        + "\(ImportRun.counted(extent.facts, "fact")), "
        + "\(ImportRun.counted(extent.mentions, "mention")): "
        + (faults == 0 ? proved(extent) : ImportRun.counted(faults, "fault")))
    if extent.ofOlderRules > 0 {
      report(
        "\(database.path): not compared, since older rules have read them: "
          + "\(ImportRun.counted(extent.ofOlderRules, "document")); "
          + "`archive reextract` reads them again")
    }
    if extent.ofNewerRules > 0 {
      report(
        "\(database.path): not compared, since a later release has read them: "
          + "\(ImportRun.counted(extent.ofNewerRules, "document")); update the program")
    }
  }

  /// What holds where no fault was found.
  private func proved(_ extent: Verification.Extent) -> String {
    if quick {
      return "quotes and positions proved, and nothing else; `archive verify` compares every value"
    }
    let isWhole = extent.ofOlderRules + extent.ofNewerRules == 0
    return isWhole
      ? "every row is what its original gives"
      : "every row of the documents compared is what its original gives, and quotes and positions "
        + "of all are proved"
  }
}
