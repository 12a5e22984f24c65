import ArgumentParser
import Glibc
import Querying

extension CompletionKind {
  /// Names of the archive on whose command line a person types, found when the tab key is hit.
  static func names(of kind: NameKind) -> CompletionKind {
    .custom { words, _, typed in
      let path = database(among: words.map(ShellWords.plain)) ?? DatabaseOptions.defaultPath
      // Who types sees no messages: an archive that cannot be read completes nothing.
      let names = try? ArchiveFile(path).names(of: kind, beginning: ShellWords.plain(typed))
      return (names ?? []).compactMap { ShellWords.completion($0, of: typed) }
    }
  }

  /// The file that the words of a command line name; bash takes `=` for a word of its own.
  private static func database(among words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--database=") { return String(word.dropFirst("--database=".count)) }
      guard word == "-d" || word == "--database" else { continue }
      return words.dropFirst(index + 1).first { $0 != "=" }
    }
    return nil
  }
}
