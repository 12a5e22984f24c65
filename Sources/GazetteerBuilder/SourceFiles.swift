import FoundationEssentials

/// The unpacked packages that the gazetteer is made of.
struct SourceFiles {
  /// The folder that holds one folder for each package's modules.
  let root: String

  /// The whole bytes of a file.
  func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(root)/\(path)"))
  }

  /// The lines of a UTF-8 file, without a byte order mark.
  func lines(_ path: String) throws -> [Substring] {
    let text = String(decoding: try bytes(path), as: UTF8.self)
    return (text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...])
      .split(whereSeparator: \.isNewline)
  }

  /// The rows of a comma-separated file without quoted fields, its header left out.
  func rows(_ path: String) throws -> [[Substring]] {
    try lines(path).dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  /// A JSON file.
  func json<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: try bytes(path))
  }
}
