import ArgumentParser
import Glibc
import Querying

/// Words on their way to a shell and back.
///
/// Names come from pages and archives of strangers, and shells expand what is offered to them: bash
/// runs `$(…)` in each word of `compgen -W`, and a word that stands raw in the line is run with it.
enum ShellWords {
  /// A name as the shell that asks must get it, so that the word it offers means the name and
  /// nothing else; nil for a name that this shell cannot be given.
  static func completion(_ name: String, of typed: String) -> String? {
    guard !name.isEmpty, !name.unicodeScalars.contains(where: breaksLines) else { return nil }
    switch CompletionShell.requesting {
    case .bash? where isOwnScript: return bash(name, typed)
    // `:` would begin a description.
    case .zsh? where isOwnScript || !name.contains("!"): return escaped(name, Set(":\\"))
    case .zsh?: return nil
    case .fish?: return name
    default: return foreign(name)
    }
  }

  /// For bash as this program's own script asks: what is written into the line as it is.
  private static func bash(_ name: String, _ typed: String) -> String? {
    // readline ends the word at a quotation mark of its own only where the name has none there.
    if let open = typed.first, "'\"".contains(open), name.last == open { return nil }
    switch typed.first {
    case "'": return String(CommandWords.quoted(name + "'").dropFirst().dropLast(5))
    // Between these quotation marks nothing takes `!` its meaning.
    case "\"": return name.contains("!") ? nil : escaped(name, Set("\\\"$`"))
    default: return name.unicodeScalars.map { isPlain($0) ? "\($0)" : "\\\($0)" }.joined()
    }
  }

  /// For a script that this program has not written: it may expand its words as `compgen -W` does,
  /// and then put them into the line raw or with a backslash before some of their signs.
  ///
  /// bash 5.2 leaves `$` and the backtick alone where it quotes, so names with them are left out.
  private static func foreign(_ name: String) -> String? {
    guard !name.contains(where: { "$`".contains($0) }) else { return nil }
    if CompletionShell.requesting == .bash { return CommandWords.quoted(name) }
    return CommandWords.quoted(bash(name, "") ?? "")
  }

  /// `:` ends a word of bash where readline looks for one (`COMP_WORDBREAKS`).
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    CommandWords.isPlain(scalar) && scalar != ":"
  }

  private static func escaped(_ name: String, _ special: Set<Character>) -> String {
    name.map { special.contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }

  private static func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// What a word on the command line, perhaps only begun, says without its quotation marks.
  ///
  /// Backslashes go as well, and `~/` at its beginning is the home folder. Nothing else is expanded.
  static func plain(_ word: String) -> String {
    // fish hands its words over without quotation marks up to release 3.
    if CompletionShell.requesting == .fish, fishRelease < 4 { return word }
    var plain = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in word.unicodeScalars {
      if isEscaped {
        plain.append(scalar)
        isEscaped = false
      } else if scalar == "\\", quote != "'" || CompletionShell.requesting == .fish {
        isEscaped = true
      } else if quote == scalar {
        quote = nil
      } else if quote == nil, scalar == "'" || scalar == "\"" {
        quote = scalar
      } else {
        plain.append(scalar)
      }
    }
    return word.hasPrefix("~/") ? home + String(plain.dropFirst()) : String(plain)
  }

  private static var home: String { getenv("HOME").map { String(cString: $0) } ?? "~" }

  private static var isOwnScript: Bool { getenv(CompletionScript.mark) != nil }

  private static var fishRelease: Int {
    CompletionShell.requestingVersion?.split(separator: ".").first.flatMap { Int($0) } ?? 3
  }
}
