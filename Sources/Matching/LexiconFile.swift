/// A lexicon kept as data: UTF-8, one entry a line, fields divided by a tab.
///
/// Lines that start with `#` are comments; the first one says where the words come from.
package struct LexiconFile {
  /// The fields of each entry, in the order of the file.
  package let entries: [[String]]

  /// Reads a file that is built into the program.
  package init(_ bytes: [UInt8]) {
    entries = bytes.split { $0 == 0x0A || $0 == 0x0D }
      .filter { $0.first != UInt8(ascii: "#") }
      .map { line in
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
      }
  }

  /// Reads a user's file: UTF-8, perhaps with a byte order mark.
  package init(userFile bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.init(bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
  }

  /// The first field of each entry.
  package var words: [String] { entries.map { $0[0] } }
}
