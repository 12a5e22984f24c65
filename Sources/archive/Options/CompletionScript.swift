/// The script by which a shell completes, as ArgumentParser writes it, made safe for names that
/// come from pages and archives of strangers.
enum CompletionScript {
  /// The variable by which a script says that it takes names as `ShellWords` writes them.
  static let mark = "ARCHIVE_COMPLETION"

  /// The script with what must be otherwise; a script of no shell that needs it stays as it is.
  static func safe(_ script: String) -> String {
    changes.reduce(script) { script, change in
      replace(change.from, with: change.to, in: script)
    }
  }

  private static let changes = [
    (from: "    local -xr SAP_SHELL=bash\n", to: marked("bash")),
    (from: "    local -xr SAP_SHELL=zsh\n", to: marked("zsh")),
    // bash: words of `-W` are expanded; where `filenames` is set words are quoted, but not `$` and
    // the backtick, so it is set for the names of files alone.
    (
      from: "__archive_add_completions -W \"$(__archive_custom_complete",
      to: "__archive_add_names \"$(__archive_custom_complete"
    ),
    (
      from: "__archive_add_completions() {\n",
      to: "__archive_add_completions() {\n    [[ \"${1}\" = -W ]] || compopt -o filenames\n"
    ),
    (from: "complete -o filenames -F", to: addNames + "\ncomplete -F"),
    // zsh: without `banghist` it would leave `!` as it is.
    (from: "    unsetopt aliases banghist\n", to: "    unsetopt aliases\n"),
  ]

  private static func marked(_ shell: String) -> String {
    "    local -xr SAP_SHELL=\(shell)\n    local -xr \(mark)=1\n"
  }

  /// Takes names, a line each, that are quoted already and begin as the word does.
  private static let addNames = """
    __archive_add_names() {
        local name
        while IFS='' read -r name; do
            [[ -n "${name}" ]] && COMPREPLY+=("${name}")
        done <<< "${1}"
    }

    """

  private static func replace(_ old: String, with new: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: old) {
      result += rest[..<found.lowerBound] + new
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}
