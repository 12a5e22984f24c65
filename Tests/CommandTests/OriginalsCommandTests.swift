import Foundation
import Glibc
import SQLite
import TestSupport
import Testing

/// Originals given back as files, also from an archive that means harm.
@Suite struct OriginalsCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("in/a.txt", "绵竹市改造小区3个。")
    try folder.write("in/2024/b.html", "<p>遂宁市新增停车位5个。</p>")
    try folder.write("in/2024/copy.txt", "绵竹市改造小区3个。")
    try folder.write("in/empty.txt", [])
    var times = [timespec](repeating: timespec(tv_sec: 1_600_000_000, tv_nsec: 0), count: 2)
    utimensat(AT_FDCWD, folder.path("in/2024/b.html"), &times, 0)
    #expect(try archive("import", "in").status == 0)
  }

  private func archive(_ arguments: String...) throws -> RunResult {
    try run(archiveProgram, arguments, in: folder.path)
  }

  private func change(_ script: String) throws {
    try Connection(folder.path("archive.db"), .readWrite).execute(script)
  }

  /// Every file below a folder, and every link.
  private func files(_ below: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: folder.path(below))?
      .compactMap { $0 as? String }
    var isFolder: ObjCBool = false
    return (found ?? []).filter {
      let path = folder.path("\(below)/\($0)")
      return !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        || !isFolder.boolValue
    }.sorted()
  }

  @Test func `all originals come back under all their names with bytes and time`() throws {
    let given = try archive("originals", "--to", "deep/out")
    #expect(given.status == 0 && given.output == "")
    #expect(given.errors == "archive: deep/out: 4 originals written\n")
    #expect(files("deep/out") == ["2024/b.html", "2024/copy.txt", "a.txt", "empty.txt"])
    #expect(try run("/usr/bin/diff", ["-r", "in", "deep/out"], in: folder.path).status == 0)
    var status = stat()
    #expect(stat(folder.path("deep/out/2024/b.html"), &status) == 0)
    #expect(status.st_mtim.tv_sec == 1_600_000_000)
    let again = try archive("originals", "--to", "deep/out")
    #expect(again.status == 0 && again.errors.contains("0 originals written, 4 there already"))
  }

  @Test func `originals are chosen by name and pattern, and listed`() throws {
    #expect(try archive("originals", "a.txt", "2024/*.html", "--to", "out").status == 0)
    #expect(files("out") == ["2024/b.html", "a.txt"])
    let unknown = try archive("originals", "a.txt", "none.txt", "--to", "other")
    #expect(unknown.status == 1 && unknown.errors.contains("none.txt") && files("other") == [])
    let listed = try archive("originals", "--format", "csv")
    #expect(listed.output.split(separator: "\n").count == 5)
    #expect(listed.output.contains("\na.txt,"))
    #expect(try archive("originals", "--force").status == 64)
    #expect(try archive("originals", "--to", "").status == 64)
  }

  @Test func `a file with other bytes stays unless it may be replaced`() throws {
    try folder.write("out/a.txt", "mine")
    let refused = try archive("originals", "--to", "out")
    #expect(
      refused.status == 74 && refused.errors.contains("a.txt: another file is there; --force"))
    #expect(refused.errors.contains("3 originals written, 1 refused"))
    #expect(try String(contentsOfFile: folder.path("out/a.txt"), encoding: .utf8) == "mine")
    #expect(try archive("originals", "--to", "out", "--force").status == 0)
    #expect(try run("/usr/bin/diff", ["-r", "in", "out"], in: folder.path).status == 0)
  }

  @Test func `the older of two documents of one name has its digest behind it`() throws {
    try folder.write("in/a.txt", "绵竹市改造小区4个。")
    #expect(try archive("import", "in").status == 0)
    #expect(try archive("originals", "a.txt*", "--to", "out").status == 0)
    let names = files("out")
    #expect(names.count == 2 && names.contains { $0.hasPrefix("a.txt@") && $0.count == 18 })
    #expect(
      try String(contentsOfFile: folder.path("out/a.txt"), encoding: .utf8) == "绵竹市改造小区4个。")
  }

  private static let unsafeNames = [
    "/tmp/archive-made", "../made", "2024/../../made", "..", "", ".", "a//b", "made/",
    "./made", "made\n", "made\u{1B}[31m", "made\u{7F}", "\u{9B}31mmade",
  ]

  @Test(arguments: unsafeNames)
  func `a name that is none of a file inside the folder is refused and the rest given back`(
    _ name: String
  ) throws {
    let connection = try Connection(folder.path("archive.db"), .readWrite)
    for sql in [
      "UPDATE document_names SET name = :name WHERE name = 'a.txt'",
      "UPDATE documents SET name = :name WHERE name IN ('a.txt', '2024/copy.txt')",
    ] { try connection.prepare(sql).run(["name": .text(name)]) }
    let given = try archive("originals", "--to", "out/deep")
    #expect(given.status == 65)
    #expect(given.errors.contains("3 originals written, 1 refused"), "\(given.errors)")
    #expect(!given.errors.contains("\u{1B}") && !given.errors.contains("\u{9B}"))
    #expect(files("out") == ["deep/2024/b.html", "deep/2024/copy.txt", "deep/empty.txt"])
    #expect(!FileManager.default.fileExists(atPath: "/tmp/archive-made"))
    for arguments in [["import", "-"], ["read", "-"]] {
      let named = try run(archiveProgram, arguments + ["--name", name], in: folder.path)
      #expect(named.status == 64 && named.errors.contains("give a path such as"), "\(arguments)")
    }
  }

  @Test func `an original whose name or bytes an archive has lost is not passed over`() throws {
    try change(
      """
      DELETE FROM document_names WHERE name = '2024/b.html';
      UPDATE documents SET original = NULL WHERE name = 'empty.txt';
      """)
    let given = try archive("originals", "--to", "out")
    #expect(given.status == 65 && given.errors.contains("empty.txt: its original is damaged"))
    #expect(files("out") == ["2024/b.html", "2024/copy.txt", "a.txt"])
  }

  @Test func `a name with a NUL is refused`() throws {
    try change("UPDATE document_names SET name = 'made' || char(0) || 'x' WHERE name = 'a.txt'")
    #expect(try archive("originals", "--to", "out").status == 65)
    #expect(!files("out").contains("made"))
  }

  @Test(arguments: [[], ["--force"]])
  func `no link leads a file out of the folder`(_ more: [String]) throws {
    try folder.write("outside/kept.txt", "kept")
    try FileManager.default.createDirectory(
      atPath: folder.path("out"), withIntermediateDirectories: true)
    for (link, target) in [("2024", "outside"), ("a.txt", "outside/kept.txt")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("out/\(link)"), withDestinationPath: folder.path(target))
    }
    let given = try run(archiveProgram, ["originals", "--to", "out"] + more, in: folder.path)
    #expect(given.status == 74 && given.errors.contains("“2024” is a link or a file"))
    #expect(files("outside") == ["kept.txt"])
    #expect(
      try String(contentsOfFile: folder.path("outside/kept.txt"), encoding: .utf8) == "kept")
  }

  @Test func `an original that is not as its digest tells is not written`() throws {
    try change("UPDATE sqlar SET data = CAST('绵竹市改造小区9个。' AS BLOB) WHERE name = '2024/copy.txt'")
    let given = try archive("originals", "--to", "out")
    #expect(given.status == 65 && given.errors.contains("its original is damaged"))
    #expect(files("out") == ["2024/b.html", "empty.txt"])
  }

  @Test func `an original that would be larger than any is not unpacked`() throws {
    // 2 GB of zeros, as zlib packs them, are a thousandth of that; here the promise alone is made.
    let bomb = "zeroblob(2100000), sz = 2000000000"
    for promise in ["byte_count", "2000000000"] {
      try change(
        """
        UPDATE sqlar SET data = \(bomb);
        UPDATE documents SET byte_count = \(promise) WHERE original IS NOT NULL;
        """)
      for command in [
        ["originals", "--to", "out"], ["show", "1", "--source"], ["reextract", "--all"], ["verify"],
      ] {
        // Not a tenth of what the promise asks for may be had.
        let limited = ["-c", "ulimit -v 1000000; exec \"$0\" \"$@\"", archiveProgram] + command
        #expect(try run("/bin/sh", limited, in: folder.path).status == 65, "\(command)")
      }
    }
    #expect(files("out") == [])
  }
}
