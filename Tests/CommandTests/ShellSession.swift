import Foundation
import TestSupport

/// A shell in a terminal, completing by the program's own script over an archive of the test's.
struct ShellSession {
  /// The shells the program has scripts for.
  static let shells = ["bash", "zsh", "fish"]
  private static let prompt = "READY>"

  /// Where the shell works; nothing a name asks for may appear here.
  let folder: TemporaryFolder
  private let shell: String

  /// Prepares the start-up files of a shell, and a stand-in for the program that writes down the
  /// last argument it gets.
  init(_ shell: String, archive: String) throws {
    self.shell = shell
    folder = try TemporaryFolder()
    try folder.write("work/empty", "")
    let standIn = try folder.write(
      "bin/archive",
      """
      #!/bin/sh
      case $1 in ---completion) exec '\(archiveProgram)' "$@" ;; esac
      for last; do :; done
      printf '%s\\0' "$last" >> '\(folder.path("got"))'

      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: standIn)
    let script = try run(archiveProgram, ["--generate-completion-script", shell]).output
    try writeStart(script)
    try FileManager.default.copyItem(atPath: archive, toPath: folder.path("archive.db"))
  }

  private func writeStart(_ script: String) throws {
    try folder.write("bashrc", "PS1='\(Self.prompt) '\n\(script)\n")
    try folder.write("functions/_archive", script)
    try folder.write(
      ".zshrc",
      """
      PS1='\(Self.prompt) '
      fpath=(~/functions $fpath)
      autoload -U compinit
      compinit -u -D

      """)
    try folder.write(".config/fish/completions/archive.fish", script)
    try folder.write(
      ".config/fish/config.fish",
      "set -g fish_greeting\nfunction fish_prompt; printf '\(Self.prompt) '; end\n")
  }

  /// Types each beginning of a command line, hits the tab key and enters the line.
  ///
  /// - Returns: the last argument of each command that ran, and the files that stand in the folder
  ///   afterwards.
  func complete(_ beginnings: [String]) throws -> (arguments: [String], files: [String]) {
    let arguments = ["bash": ["--noprofile", "--rcfile", folder.path("bashrc")]][shell] ?? []
    let start = ["--ctty", "--wait", "timeout", "--foreground", "400", shell] + arguments + ["-i"]
    _ = try runInTerminal(
      "/usr/bin/setsid", start, in: folder.path("work"), rows: 40, prompt: Self.prompt,
      lines: beginnings.map { "\($0)\t\r" } + ["exit\r"],
      environment: [
        "PATH": "\(folder.path("bin")):/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8",
        "ARCHIVE_DATABASE": folder.path("archive.db"),
      ])
    let got = (try? String(contentsOfFile: folder.path("got"), encoding: .utf8)) ?? ""
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("work"))
    return (got.split(separator: "\0").map(String.init), files.filter { $0 != "empty" })
  }
}
