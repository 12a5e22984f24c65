/// What a statement of a schema says, whatever its layout.
///
/// Two statements of one meaning differ at most in comments, white space, the case of ASCII letters
/// outside strings, and quotes round names that need none. Nothing else is held for equal, so that
/// a statement which SQLite reads otherwise never has the meaning of ours.
package struct SQLMeaning: Equatable {
  private let tokens: [Token]

  /// Where in the SQL of a view a table of its own can be put before its SELECT: there, or behind the
  /// WITH that it begins with; nil where that is not plain to see.
  package static func selectPlace(
    ofView sql: String
  ) -> (index: String.Index, isInWith: Bool)? {
    var reader = SQLReader(sql)
    guard let tokens = reader.tokens(), tokens.starts(with: keywords("create", "view")),
      // A name and a list of columns may stand before AS, which is no name itself.
      let first = tokens.firstIndex(of: keyword("as")).map({ $0 + 1 }), first < tokens.count
    else { return nil }
    let isInWith = tokens[first] == keyword("with")
    guard isInWith || tokens[first] == keyword("select") else { return nil }
    var place = first + (isInWith ? 1 : 0)
    if isInWith, place < tokens.count, tokens[place] == keyword("recursive") { place += 1 }
    guard place < tokens.count else { return nil }
    return (sql.utf8.index(sql.startIndex, offsetBy: reader.starts[place]), isInWith)
  }

  private static func keywords(_ words: String...) -> [Token] { words.map(keyword) }
  private static func keyword(_ word: String) -> Token { .keyword(Array(word.utf8)) }

  /// Reads a statement; nil where a string, a name or a comment has no end, or where a NUL ends it
  /// for SQLite.
  init?(_ sql: String) {
    var reader = SQLReader(sql)
    guard let tokens = reader.tokens() else { return nil }
    self.tokens = tokens
  }

  /// A word or sign.
  package enum Token: Equatable {
    /// A bare word that is a keyword, in lower case.
    case keyword([UInt8])
    /// Any other bare word, or what stands in the quotes of a name, in lower case.
    case name([UInt8])
    /// A string, a number or bytes; in the arguments of a module also a comment or a quoted name,
    /// since modules get those as they stand.
    case verbatim([UInt8])
    /// A comma, a bracket, an operator.
    case sign([UInt8])
  }
}

/// Takes a statement apart as SQLite does.
///
/// - SeeAlso: sqlite.org/lang.html, and sqlite.org/lang_expr.html for the literals.
private struct SQLReader {
  /// Where each token of the statement begins, in bytes.
  private(set) var starts: [Int] = []
  private let sql: [UInt8]
  private var at = 0
  private var found: [SQLMeaning.Token] = []
  /// Whether what follows are the arguments of a module.
  private var isArgument = false

  init(_ sql: String) { self.sql = Array(sql.utf8) }

  /// The tokens of the statement; nil where it cannot be taken apart.
  mutating func tokens() -> [SQLMeaning.Token]? {
    while at < sql.count {
      guard let end = end(), end <= sql.count else { return nil }
      take(Array(sql[at..<end]))
      if starts.count < found.count { starts.append(at) }
      at = end
    }
    return found
  }

  /// Where the token, the comment or the blank ends that starts here; nil for one without an end.
  private func end() -> Int? {
    switch sql[at] {
    case 0: nil
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: at + 1
    case UInt8(ascii: "-") where starts("--"): end { $0 != UInt8(ascii: "\n") }
    case UInt8(ascii: "/") where starts("/*"): endOfComment()
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): endOfQuoted(sql[at])
    case UInt8(ascii: "["): sql[at...].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      at + 1 < sql.count && sql[at + 1] == UInt8(ascii: "'")
        ? endOfQuoted(UInt8(ascii: "'")) : end(Self.isWord)
    case _ where startsNumber: endOfNumber()
    case let byte where Self.isWord(byte): end(Self.isWord)
    default: at + (Self.operators.first { starts($0) }?.utf8.count ?? 1)
    }
  }

  /// The operators of more than one sign, a longer one before what it begins with.
  private static let operators = ["->>", "->", "||", "<=", "<>", "<<", ">=", ">>", "!=", "=="]

  /// Where a run of such bytes ends; a NUL has no place even in a comment.
  private func end(_ belongs: (UInt8) -> Bool) -> Int? {
    let end = sql[at...].firstIndex { !belongs($0) || $0 == 0 } ?? sql.count
    return end < sql.count && sql[end] == 0 ? nil : end
  }

  private func endOfComment() -> Int? {
    var end = at + 2
    while end + 1 < sql.count, sql[end] != 0 {
      if sql[end...].starts(with: "*/".utf8) { return end + 2 }
      end += 1
    }
    return nil
  }

  /// Where the quotes close; two of them stand for one.
  private func endOfQuoted(_ quote: UInt8) -> Int? {
    guard let open = sql[at...].firstIndex(of: quote) else { return nil }
    var end = open + 1
    while end < sql.count, sql[end] != 0 {
      if sql[end] != quote {
        end += 1
      } else if end + 1 < sql.count, sql[end + 1] == quote {
        end += 2
      } else {
        return end + 1
      }
    }
    return nil
  }

  private var startsNumber: Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return digits.contains(sql[at])
      || starts(".") && at + 1 < sql.count && digits.contains(sql[at + 1])
  }

  /// Where digits, a point and an exponent with its sign end.
  private func endOfNumber() -> Int {
    var end = at + 1
    while end < sql.count {
      let isExponent = sql[end - 1] | 0x20 == UInt8(ascii: "e")
      let isSign = sql[end] == UInt8(ascii: "+") || sql[end] == UInt8(ascii: "-")
      guard sql[end] == UInt8(ascii: ".") || Self.isWord(sql[end]) || isExponent && isSign else {
        break
      }
      end += 1
    }
    return end
  }

  private mutating func take(_ text: [UInt8]) {
    let isComment = text.starts(with: "--".utf8) || text.starts(with: "/*".utf8)
    switch text[0] {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: break
    case _ where isComment: if isArgument { found.append(.verbatim(text)) }
    case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "["):
      found.append(isArgument ? .verbatim(text) : .name(Self.unquoted(text)))
    case UInt8(ascii: "'"), UInt8(ascii: "0")...UInt8(ascii: "9"): found.append(.verbatim(text))
    case UInt8(ascii: ".") where text.count > 1: found.append(.verbatim(text))
    case _ where text.last == UInt8(ascii: "'"): found.append(.verbatim(text))
    case let byte where Self.isWord(byte):
      let word = text.map(Self.lowercased)
      found.append(SQLKeywords.all.contains(word) ? .keyword(word) : .name(word))
    default:
      found.append(.sign(text))
      isArgument = isArgument || text == Array("(".utf8) && makesVirtualTable
    }
  }

  private var makesVirtualTable: Bool {
    found.starts(with: ["create", "virtual"].map { .keyword(Array($0.utf8)) })
  }

  /// The name in quotes, in lower case.
  private static func unquoted(_ text: [UInt8]) -> [UInt8] {
    var name: [UInt8] = []
    var isSecond = false
    for byte in text.dropFirst().dropLast() {
      isSecond = byte == text[0] && byte != UInt8(ascii: "[") && !isSecond
      if !isSecond { name.append(lowercased(byte)) }
    }
    return name
  }

  /// Whether a byte is one of a bare word: ASCII letters and digits, `_`, `$`, all beyond ASCII.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x80...0xFF: true
    default: false
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private func starts(_ sign: String) -> Bool { sql[at...].starts(with: sign.utf8) }
}
