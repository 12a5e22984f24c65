import Foundation
import TestSupport

/// One of the project's own files.
struct SourceFile {
  /// Its path from the top folder.
  let path: String
  /// Its lines.
  let lines: [String]

  /// The module it belongs to, without the number of its folder.
  var module: String {
    let folders = path.split(separator: "/").map(String.init).dropLast()
    let folder = folders.dropFirst().first ?? folders.first ?? ""
    return folder.split(separator: "-").last.map(String.init) ?? folder
  }

  /// The modules it imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count else {
        return nil
      }
      return String(words[at + 1])
    }
  }

  /// Every file below a folder with one of the endings.
  static func all(under folder: String, endings: [String]) throws -> [SourceFile] {
    let root = "\(Repository.path)/\(folder)"
    let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return try found.filter { name in endings.contains { name.hasSuffix($0) } }.sorted().map {
      let text = try Repository.text("\(folder)/\($0)")
      return SourceFile(
        path: "\(folder)/\($0)", lines: text.components(separatedBy: "\n"))
    }
  }
}
