import Foundation
import Reading
import TestSupport

/// Everything of the project that decides what is read: the code of the stages and of the modules
/// they speak of, the word lists, the gazetteer, and what is said of the libraries that decode.
struct RulesDigest {
  /// The path of each file from the top folder, and what of it counts.
  private var contents: [String: [UInt8]] = [:]

  /// The rules as they stand in the files of today.
  ///
  /// - Throws: what the file system says; `UnknownKind` for a file that may be a rule or not.
  static func today() throws -> RulesDigest { try found.get() }

  private static let found = Result { try find() }

  private static func find() throws -> RulesDigest {
    var rules = RulesDigest()
    for folder in folders {
      let root = "\(Repository.path)/Sources/\(folder)"
      for name in try FileManager.default.subpathsOfDirectory(atPath: root)
      where isFile("\(root)/\(name)") && !"/\(name)".contains("/.") {
        try rules.add("Sources/\(folder)/\(name)")
      }
    }
    return rules
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  /// The folders whose files decide what is read.
  private static let folders = [
    "1-Decoding", "2-Restoring", "3-Segmenting", "4-Extracting", "5-Resolving", "CDivisions",
    "CGumbo", "Divisions", "Matching", "Model", "Reading", "Scripts", "Topics", "Units",
  ]

  /// The file with the digest itself.
  static let home = "Sources/Model/Rules.swift"
  /// The start of the line with it.
  static let line = "private let rulesDigest = "

  /// Adds one of the project's files.
  private mutating func add(_ path: String) throws {
    let url = URL(fileURLWithPath: "\(Repository.path)/\(path)")
    switch url.pathExtension {
    case "swift", "txt", "tsv":
      add(try Repository.text(path), as: path)
    case "bin", "c", "h", "modulemap":
      contents[path] = [UInt8](try Data(contentsOf: url))
    case "md", "py":
      break
    default:
      throw UnknownKind(path: path)
    }
  }

  /// Adds a file of code or words, or puts another text in the place of one.
  mutating func add(_ text: String, as path: String) {
    guard path.hasSuffix(".swift") else {
      let words = text.utf8.split(separator: UInt8(ascii: "\n"))
        .filter { $0.first != UInt8(ascii: "#") }
      contents[path] = Array(words.joined(separator: [UInt8(ascii: "\n")]))
      return
    }
    let lines = text.components(separatedBy: "\n")
      .filter { path != Self.home || !$0.hasPrefix(Self.line) }
    contents[path] = BareCode.bytes(of: lines.joined(separator: "\n"))
  }

  /// The paths of what counts.
  var paths: Set<String> { Set(contents.keys) }

  /// The first 12 hexadecimal digits of the SHA-256 of all files' names and digests.
  var value: String {
    let files = contents.sorted { $0.key < $1.key }
    let list = files.map { "\(sha256(of: $0.value))  \($0.key)\n" }.joined()
    return String(sha256(of: Array(list.utf8)).prefix(12))
  }
}

/// A file of which the digest does not know whether it is a rule.
struct UnknownKind: Error {
  let path: String
}
