import Model

/// The formats the program reads; of several that recognize a file the first one has it.
let formats: [any Format] = [
  HTML(),
  Markdown(),
  PlainText(),
]

/// A kind of file that can be turned into text.
protocol Format: Sendable {
  /// Whether the file is of this kind.
  func recognizes(_ sample: Sample) -> Bool

  /// Turns the file into text.
  ///
  /// - Parameters:
  ///   - file: the original.
  ///   - charset: the encoding the user asks for; nil to find out.
  /// - Returns: its text and lines; noise is a diagnostic.
  func decode(_ file: SourceFile, charset: Charset?) -> DecodedDocument
}

/// What a format is recognized by: the name of a file and its beginning.
struct Sample {
  /// The name.
  let name: [UInt8]
  /// The first 64 kB without zero bytes, so that UTF-16 shows its ASCII too.
  let head: [UInt8]

  init(of file: SourceFile) {
    name = Array(file.name.utf8)
    let start = file.bytes.prefix(1 << 16)
    head = start.contains(0) ? start.filter { $0 != 0 } : Array(start)
  }
}
