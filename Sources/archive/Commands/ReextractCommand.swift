import ArgumentParser
import Importing

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
        archive reextract --all       every document

      The originals are in the archive, so the files they came from are not needed.
      """,
      """
      示例
        archive reextract             旧规则读过的文档
        archive reextract --all       所有文档

      原文就在档案里，不需要原来的文件。
      """))

  @OptionGroup var database: DatabaseOptions

  @OptionGroup var size: SizeOption

  @Flag(help: .said("Every document, also those that today's rules have read.", "所有文档，包括现行规则已读过的。"))
  var all = false

  @Flag(name: .shortAndLong, help: .said("Say nothing but errors.", "只报错误，不说别的。"))
  var quiet = false

  func run() throws {
    Interruption.watch()
    let summary = try withArchiveErrors {
      var run = try ReextractRun(database: database.path, all: all, sizeLimit: size.bytes)
      return try run.run { !Interruption.isRequested }
    }
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
          + (summary.wasInterrupted ? "; stopped, reextract again to go on" : ""))
    }
    if summary.wasInterrupted { throw ExitCode(ExitStatus.interrupted.rawValue) }
    if !summary.damaged.isEmpty { throw ExitCode(ExitStatus.damaged.rawValue) }
    if !summary.tooLarge.isEmpty { throw ExitCode(ExitStatus.partial.rawValue) }
  }
}
