import ArgumentParser
import Importing
import Schema

/// `archive reextract`.
struct ReextractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reextract",
    abstract: inChinese(
      "Read the originals inside the archive again, with today's rules.",
      "用现行规则重读档案里的原文。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive reextract             documents that older rules have read
        archive reextract --all       those that today's rules have read, too

      The originals are in the archive, so the files they came from are not needed. What a later
      release has read stays as it is. Ctrl-C stops at once; reextract again to go on.
      """,
      """
      示例
        archive reextract             旧规则读过的文档
        archive reextract --all       现行规则已读过的也重读

      原文就在档案里，不需要原来的文件。更新版本读过的文档保持不动。
      Ctrl-C 立即停下，再执行一次即可继续。
      """))

  @OptionGroup var database: DatabaseOptions

  @OptionGroup var size: SizeOption

  @Flag(help: .said("Also those that today's rules have read.", "现行规则已读过的也重读。"))
  var all = false

  @Flag(name: .shortAndLong, help: .said("Say nothing but errors.", "只报错误，不说别的。"))
  var quiet = false

  private func runReextract() throws(ArchiveFileError) -> ReextractSummary {
    var run = try ReextractRun(
      database: database.path, all: all, at: currentTime(), sizeLimit: size.bytes)
    let isShown = isInteractive && !quiet
    var progress = isShown ? ProgressLine(total: try run.totals()) : nil
    defer { progress?.clear() }
    return try run.run { summary in
      progress?.show(files: summary.documents, bytes: summary.bytes)
      return !Interruption.isRequested
    }
  }

  func run() throws {
    Interruption.watch()
    try database.upgrade()
    let summary = try withArchiveErrors { try runReextract() }
    for name in summary.damaged {
      report("archive: \(name): its original is damaged; `archive verify` tells more")
    }
    for name in summary.tooLarge {
      report("archive: \(name): larger than \(size.maxSize) MiB; allow more with --max-size")
    }
    if !quiet {
      report(
        "\(database.path): \(summary.documents) documents read again: "
          + "\(summary.articles) articles, \(summary.facts) facts"
          + (summary.newer > 0 ? "; \(summary.newer) read by a later release stay" : "")
          + (summary.wasInterrupted ? "; stopped, reextract again to go on" : ""))
    }
    if summary.wasInterrupted { throw ExitCode(ExitStatus.interrupted.rawValue) }
    if !summary.damaged.isEmpty { throw ExitCode(ExitStatus.damaged.rawValue) }
    if !summary.tooLarge.isEmpty { throw ExitCode(ExitStatus.partial.rawValue) }
  }
}
