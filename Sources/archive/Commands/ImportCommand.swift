import ArgumentParser
import Glibc
import Importing
import Model
import Schema
import Storing

/// `archive import PATH…`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: inChinese(
      "Read files and folders into the archive.",
      "把文件和文件夹读进档案。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive import seeds
        archive import ~/scans ~/pages.html -d county.db
        curl … | archive import - --name 2024/page.html

      Folders are read in depth; hidden files, links in them and the archive itself are passed
      over. Files the archive holds already are left as they are. A file that fails is named with
      its reason and stops nothing; the exit status is then 3. Ctrl-C stops at once; what was
      stored is kept, import again to go on. A byte of a file's name that is no UTF-8 is written
      \\xHH.
      """,
      """
      示例
        archive import seeds
        archive import ~/scans ~/pages.html -d county.db
        curl … | archive import - --name 2024/page.html

      文件夹逐层读到底，其中的隐藏文件、链接和档案自身略过。档案里已有的文件不再动。
      读不了的文件会说明名称和原因，不妨碍其他文件，这时退出状态为 3。Ctrl-C 立即停下，
      已存的都保留，再导入一次即可继续。文件名中不合 UTF-8 的字节写作 \\xHH。
      """))

  @Argument(
    help: .said("Files and folders; - is standard input.", "文件或文件夹；- 为标准输入。", valueName: "path"))
  var paths: [String]

  @OptionGroup var database: DatabaseOptions

  @Option(help: .said("The name to keep standard input under.", "标准输入存档时用的名称。"))
  var name: String?

  @Option(
    help: .said(
      "The encoding of every file, such as gb18030; found out by default.",
      "所有文件的编码，如 gb18030；默认自动识别。"))
  var charset: String?

  @Option(
    help: .said(
      "What these files are a part of, such as 绵竹日报2024.", "这些文件所属的集合，如 绵竹日报2024。"))
  var collection: String?

  @Option(
    help: .said(
      "How many threads read documents; one for each core by default.", "读取文档的线程数；默认每核一个。"))
  var workers: Int = ImportRequest.defaultWorkers

  @OptionGroup var size: SizeOption

  @Flag(
    help: .said(
      "Follow links inside folders, too; a link that is named is followed always.",
      "文件夹里的链接也跟随；写明的链接总会跟随。"))
  var follow = false

  @Flag(name: .shortAndLong, help: .said("Say nothing but errors.", "只报错误，不说别的。"))
  var quiet = false

  func validate() throws {
    guard (1...256).contains(workers) else { throw ValidationError("--workers takes 1 to 256") }
    guard paths.filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("standard input (-) can be read once")
    }
    guard paths.contains("-") || name == nil else {
      throw ValidationError("--name is for standard input; add - to the paths")
    }
    try check(originalName: name)
  }

  func run() throws {
    var request = ImportRequest(
      database: database.path, workers: workers, sizeLimit: size.bytes)
    request.given = Given(charset: charset, collection: collection)
    request.followsLinks = follow
    request.paths = paths.filter { $0 != "-" }
    if paths.contains("-") { request.loose = try standardInput(limit: request.sizeLimit) }
    Interruption.watch()
    try database.upgrade()
    let summary = try withArchiveErrors { try runImport(request) }
    for failure in summary.failures { report("archive: \(failure.name): \(failure.reason)") }
    if !quiet { report(Self.sentence(summary, into: request.database)) }
    if summary.wasInterrupted { throw ExitCode(ExitStatus.interrupted.rawValue) }
    if !summary.failures.isEmpty { throw ExitCode(ExitStatus.partial.rawValue) }
  }

  private func runImport(_ request: ImportRequest) throws(ArchiveFileError) -> ImportSummary {
    let isShown = isInteractive && !quiet
    var progress = isShown ? ProgressLine(total: FileTotals(of: request.files)) : nil
    defer { progress?.clear() }
    let run = try ImportRun(request, time: currentTime())
    run.watchCrashes()
    return try run.run { summary in
      progress?.show(files: summary.files, bytes: summary.bytes)
      return !Interruption.isRequested
    }
  }

  private func standardInput(limit: Int) throws -> SourceFile {
    do {
      let bytes = try readAll(STDIN_FILENO, limit: limit)
      return SourceFile(name: name ?? "standard input", bytes: bytes)
    } catch {
      throw fail(.inputOutput, "standard input: \(error.reason)")
    }
  }

  private static func sentence(_ summary: ImportSummary, into path: String) -> String {
    let known = summary.unchanged > 0 ? ", \(summary.unchanged) known already" : ""
    let empty = summary.empty > 0 ? ", \(summary.empty) without an article" : ""
    let failed = summary.failures.isEmpty ? "" : ", \(summary.failures.count) failed"
    let noun = summary.links == 1 ? "link" : "links"
    let links =
      summary.links > 0 ? "; \(summary.links) \(noun) passed over, --follow reads them" : ""
    let stopped = summary.wasInterrupted ? "; stopped, import again to go on" : ""
    return "\(path): \(summary.stored) documents imported\(known)\(empty)\(failed): "
      + "\(summary.articles) articles, \(summary.facts) facts\(links)\(stopped)"
  }
}
