/// The code of a Swift file without its comments and layout.
///
/// Strings and regular expressions stand as they are, but for the code inside `\(…)`. Of blanks and
/// ends of lines one blank is left, and only between two words.
struct BareCode {
  private let source: [UInt8]
  private var at = 0
  private var code: [UInt8] = []
  private var isApart = true

  /// The code of a file, in UTF-8.
  static func bytes(of text: some StringProtocol) -> [UInt8] {
    var reader = BareCode(source: Array(text.utf8))
    while reader.at < reader.source.count { reader.takeCode() }
    return reader.code
  }

  private init(source: [UInt8]) { self.source = source }

  /// Takes the next token, or code up to the bracket that closes the one just taken.
  private mutating func takeCode(closing: Bool = false) {
    var depth = 0
    repeat {
      guard at < source.count else { return }
      if skipLayout() {
        isApart = true
      } else if let hashes = hashes(before: "\"") {
        takeString(hashes)
      } else if let hashes = hashes(before: "/"), startsRegex(hashes) {
        take(throughNext: "/" + hashes, skipping: hashes.isEmpty ? "\\" : nil)
      } else {
        depth += starts("(") ? 1 : starts(")") ? -1 : 0
        take(1)
      }
    } while closing && depth >= 0
  }

  /// Skips a comment or white space.
  private mutating func skipLayout() -> Bool {
    if starts("//") {
      while at < source.count, source[at] != UInt8(ascii: "\n") { at += 1 }
      return true
    }
    guard starts("/*") else {
      guard Self.isBlank(source[at]) else { return false }
      at += 1
      return true
    }
    var depth = 0
    repeat {
      let step = starts("/*") ? 1 : starts("*/") ? -1 : 0
      depth += step
      at += step == 0 ? 1 : 2
    } while depth > 0 && at < source.count
    return true
  }

  /// Takes a string on one line or on several, raw or not.
  private mutating func takeString(_ hashes: String) {
    let isLong = starts(hashes + "\"\"\"\n")
    let quotes = isLong ? "\"\"\"" : "\""
    take(hashes.utf8.count + quotes.utf8.count)
    while at < source.count, !starts(quotes + hashes) {
      if starts("\\" + hashes + "(") {
        take(hashes.utf8.count + 2)
        takeCode(closing: true)
      } else {
        take(starts("\\" + hashes) ? hashes.utf8.count + 2 : 1)
      }
    }
    take(quotes.utf8.count + hashes.utf8.count)
  }

  /// A slash starts a regular expression where no operator with two sides can stand, and where
  /// another follows on its line; with number signs it always does.
  private func startsRegex(_ hashes: String) -> Bool {
    guard hashes.isEmpty else { return true }
    let rest = source[at...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    guard let first = rest.first, !Self.isBlank(first), rest.contains(UInt8(ascii: "/")) else {
      return false
    }
    return isApart || code.last.map(Array("(,[{:;=!&|".utf8).contains) != false
  }

  /// Takes all that stands before a sign, and the sign; what follows an escape is no sign.
  private mutating func take(throughNext sign: String, skipping escape: String?) {
    take(sign.utf8.count)
    while at < source.count, !starts(sign) {
      take(escape.map(starts) == true ? 2 : 1)
    }
    take(sign.utf8.count)
  }

  private mutating func take(_ count: Int) {
    let end = min(at + count, source.count)
    if isApart, let last = code.last, Self.isWord(last), Self.isWord(source[at]) {
      code.append(UInt8(ascii: " "))
    }
    isApart = false
    code += source[at..<end]
    at = end
  }

  /// The number signs in front of a sign that comes next; nil where another does.
  private func hashes(before sign: String) -> String? {
    guard starts("#") || starts(sign) else { return nil }
    let count = source[at...].prefix { $0 == UInt8(ascii: "#") }.count
    let hashes = String(repeating: "#", count: count)
    return source[at...].starts(with: (hashes + sign).utf8) ? hashes : nil
  }

  private func starts(_ sign: String) -> Bool {
    source[at] == sign.utf8.first && source[at...].starts(with: sign.utf8)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0D].contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
    default: false
    }
  }
}
