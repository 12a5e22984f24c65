extension Charset {
  /// The encoding that a page declares near its start: `<meta charset="gbk">`,
  /// `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">` or
  /// `<?xml version="1.0" encoding="GB2312"?>`.
  static func declared(in bytes: [UInt8]) -> Charset? {
    // Pages of content management systems put scripts before the declaration; browsers look at
    // 1,024 bytes only.
    let head = bytes.prefix(8192).filter { $0 != 0 }.map(lowercased)
    for keyword in ["charset", "encoding"] {
      if let label = label(after: Array(keyword.utf8), in: head),
        let charset = Charset(named: label)
      {
        return charset
      }
    }
    return nil
  }

  /// The word after `keyword =`, quoted or not.
  private static func label(after keyword: [UInt8], in head: [UInt8]) -> String? {
    var start = 0
    while let found = head[start...].firstRange(of: keyword) {
      start = found.upperBound
      var index = skip(head, from: start, while: isBlank)
      guard index < head.count, head[index] == UInt8(ascii: "=") else { continue }
      index = skip(head, from: index + 1) { isBlank($0) || $0 == 0x22 || $0 == 0x27 }
      let end = skip(head, from: index, while: isLabelByte)
      if end > index { return String(decoding: head[index..<end], as: UTF8.self) }
    }
    return nil
  }

  private static func skip(
    _ head: [UInt8], from start: Int, while matches: (UInt8) -> Bool
  ) -> Int {
    var index = start
    while index < head.count, matches(head[index]) { index += 1 }
    return index
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
