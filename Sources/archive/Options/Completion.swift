import ArgumentParser
import Querying

extension CompletionKind {
  /// Names of the archive on whose command line a person types, found when the tab key is hit.
  static func names(of kind: NameKind) -> CompletionKind {
    .custom { words, _, typed in
      let path = database(among: words) ?? DatabaseOptions.defaultPath
      let beginning = typed.drop { $0 == "'" || $0 == "\"" }
      // Who types sees no messages: an archive that cannot be read completes nothing.
      let names = try? ArchiveFile(path).names(of: kind, beginning: String(beginning))
      return names ?? []
    }
  }

  /// The file that the words of a command line name.
  private static func database(among words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--database=") { return String(word.dropFirst("--database=".count)) }
      if word == "-d" || word == "--database", index + 1 < words.count { return words[index + 1] }
    }
    return nil
  }
}
