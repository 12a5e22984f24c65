import Glibc

/// What the `sqlite3` shell needs for statements, in seconds of the processor.
enum ShellTimes {
  /// Runs the statements in one shell with its timer on; nothing where there is no shell.
  static func of(_ statements: [String], in archive: String) throws(MeasureError) -> [Double] {
    let script = "\(archive).sql"
    let output = "\(archive).times"
    defer {
      unlink(script)
      unlink(output)
    }
    var text = ".output /dev/null\n.timer on\n"
    for statement in statements { text += statement + ";\n" }
    guard write(text, to: script) else {
      throw MeasureError(description: "\(script) cannot be written")
    }
    _ = try measure("sh", ["-c", "sqlite3 -readonly '\(archive)' < '\(script)' > '\(output)'"])
    return lines(of: output).compactMap(seconds)
  }

  /// `Run Time: real 0.012 user 0.010000 sys 0.002000`: user and system together.
  private static func seconds(_ line: Substring) -> Double? {
    let words = line.split(separator: " ")
    guard words.count == 8, words[0] == "Run", let user = Double(words[5]),
      let system = Double(words[7])
    else { return nil }
    return user + system
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fputs(text, file) >= 0
  }

  private static func lines(of path: String) -> [Substring] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
