import ArgumentParser
import Exporting
import Printing
import Querying

/// `archive originals`.
struct OriginalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "originals",
    abstract: inChinese(
      "List the originals inside the archive, or give them back as files.",
      "列出档案里的原件，或把它们还原成文件。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive originals                          list them
        archive originals --to FOLDER              give all of them back
        archive originals --to FOLDER '2024/*'     those whose names begin so

      Each is written below the folder under its name, with the time of its last change, after
      its bytes were compared with their digest. Nothing is ever written outside the folder, also
      from a stranger's archive: a name that leads out is refused and told, and no link is
      followed. A file that is there with other bytes stays unless --force replaces it. Where two
      documents bear one name, the newer has it and the older its digest behind it.
      """,
      """
      示例
        archive originals                          列出原件
        archive originals --to 文件夹               全部还原
        archive originals --to 文件夹 '2024/*'      只要名称以此开头的

      每个原件先核对摘要，再按存档名称写进该文件夹，并恢复修改时间。即使是别人的档案，也绝不写到
      文件夹之外：会通到外面的名称一律拒绝并说明，符号链接不跟随。已有的不同文件不动，除非用
      --force 替换。两份文档同名时，新的用原名，旧的在名后加摘要。
      """))

  @Argument(
    help: .said(
      "Names of originals, or patterns with * and ?; all by default.",
      "原件的名称，或含 * 和 ? 的模式；默认全部。", valueName: "name"))
  var names: [String] = []
  @Option(
    help: .said(
      "The folder to write into, made if there is none.", "写入的文件夹，没有则新建。", valueName: "folder"),
    completion: .directory)
  var to: String?
  @Flag(help: .said("Replace files that are there with other bytes.", "替换已有的不同文件。"))
  var force = false
  @OptionGroup(title: inChinese("Output", "输出")) var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    if to == "" { throw ValidationError("--to needs a folder") }
    if force, to == nil { throw ValidationError("--force goes with --to FOLDER") }
  }

  func run() throws {
    var failures: [ExportRun.Failure] = []
    try answering(output) { () throws(QueryError) in
      let file = try database.open()
      let originals = try found(in: file)
      guard let to else { return list(originals) }
      var run = try ExportRun(of: file, to: to, replacing: force)
      let summary = try run.run(originals)
      failures = summary.failures
      tell(summary, to)
    }
    guard let worst = failures.first(where: \.isDamage) ?? failures.first else { return }
    throw ExitCode((worst.isDamage ? ExitStatus.damaged : .inputOutput).rawValue)
  }

  private func found(in file: ArchiveFile) throws(QueryError) -> [NamedOriginal] {
    guard !names.isEmpty else { return try file.originals(named: nil) }
    var originals: [String: [NamedOriginal]] = [:]
    for name in names {
      let found = try file.originals(named: name)
      guard !found.isEmpty else {
        throw QueryError(
          .nothingFound, "the archive has no original “\(name)”; `archive originals` lists them")
      }
      for (name, same) in Dictionary(grouping: found, by: \.name) { originals[name] = same }
    }
    return originals.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  private func list(_ originals: [NamedOriginal]) {
    var printer = RowPrinter(output.options, write: Terminal.write)
    let columns = ["name", "bytes", "sha256"].map { Column($0) }
    printer.print([
      Table(
        title: "originals", columns: columns,
        rows: originals.map { [.text($0.name), .integer(Int64($0.size)), .text($0.sha256)] })
    ])
  }

  private func tell(_ summary: ExportRun.Summary, _ folder: String) {
    for failure in summary.failures { Terminal.note("\(failure.name): \(failure.reason)") }
    let there = summary.there > 0 ? ", \(summary.there) there already" : ""
    let refused = summary.failures.isEmpty ? "" : ", \(summary.failures.count) refused"
    Terminal.note("\(folder): \(summary.written) originals written\(there)\(refused)")
  }
}
