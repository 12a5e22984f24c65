import Foundation

/// A word list of the program as it stands in its file.
struct Lexicon {
  let path: String
  /// The comments on top.
  let header: [String]
  /// The lines behind them, the empty last one left out.
  let lines: [String]

  init(_ file: SourceFile) {
    path = file.path
    header = Array(file.lines.prefix { $0.hasPrefix("#") })
    let rest = file.lines.dropFirst(header.count)
    lines = rest.last == "" ? Array(rest.dropLast()) : Array(rest)
  }

  /// The name of the file.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  /// The fields of each line.
  var entries: [[String]] { lines.map { $0.components(separatedBy: "\t") } }
  /// The first field of each line.
  var words: [String] { entries.map { $0[0] } }

  /// Every list below `Sources`.
  static func all() throws -> [Lexicon] {
    try SourceFile.all(under: "Sources", endings: [".txt", ".tsv"]).map(Lexicon.init)
  }

  /// The list of a file name that only one file has, or of a path's end.
  static func named(_ name: String) throws -> Lexicon {
    let found = try all().filter { $0.path.hasSuffix("/\(name)") }
    guard let lexicon = found.first, found.count == 1 else { throw NoSuchLexicon(name: name) }
    return lexicon
  }
}

struct NoSuchLexicon: Error {
  let name: String
}

extension String {
  /// Its parts that are among `words`, itself left out.
  func parts(among words: Set<String>) -> [String] {
    indices.flatMap { start in
      indices[start...].map { String(self[start...$0]) }.filter { $0 != self && words.contains($0) }
    }
  }

  /// Whether one of `words` begins inside it, behind its first character, and runs on.
  func runs(into words: Set<String>) -> Bool {
    indices.dropFirst().contains { start in
      words.contains { $0.count > self[start...].count && $0.hasPrefix(self[start...]) }
    }
  }
}
