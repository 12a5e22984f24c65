/// A lexicon kept as data: UTF-8, one entry a line, fields divided by a tab.
///
/// Lines that start with `#` are comments; the first one says where the words come from.
package struct LexiconFile {
  /// The fields of each entry, in the order of the file.
  package let entries: [[String]]

  /// Reads a file that is built into the program.
  package init(_ bytes: [UInt8]) {
    entries = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The first field of each entry.
  package var words: [String] { entries.map { $0[0] } }
}
