import ArgumentParser
import Glibc
import Importing
import Model
import Reading

/// `archive read FILE`: the reading core as a filter, without any database.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: inChinese(
      "Read one file and print all that is found in it as JSON; no archive is needed.",
      "读一个文件，以 JSON 打印读出的一切；不需要档案。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive read page.html
        curl … | archive read - --name page.html
      """,
      """
      示例
        archive read page.html
        curl … | archive read - --name page.html
      """))

  @Argument(help: .said("A file; - is standard input.", "一个文件；- 为标准输入。", valueName: "file"))
  var file: String

  @Option(help: .said("The name to give to standard input.", "标准输入的名称。"))
  var name: String?

  @Option(
    help: .said(
      "The encoding of the file, such as gb18030; found out by default.", "文件的编码，如 gb18030；默认自动识别。")
  )
  var charset: String?

  func validate() throws { try check(originalName: name) }

  func run() throws {
    let record = read(try source(), charset: charset)
    try RecordText(record).write(to: Terminal.write)
    if record.status == .failed {
      throw fail(.damaged, "\(record.name): \(record.error ?? "unreadable")")
    }
  }

  private func source() throws -> SourceFile {
    let isInput = file == "-"
    let descriptor = isInput ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw fail(.inputOutput, "\(file): \(String(cString: strerror(errno)).lowercased())")
    }
    defer { if !isInput { close(descriptor) } }
    do {
      let bytes = try readAll(descriptor, limit: ImportRequest.defaultSizeLimit)
      return SourceFile(name: name ?? (isInput ? "standard input" : file), bytes: bytes)
    } catch {
      throw fail(.inputOutput, "\(file): \(error.reason)")
    }
  }
}
