import SQLite
import Schema
import Testing
import TestSupport

private let first = """
  柳林县推出“灯火巷”消费季

  本报讯（记者 王小河）近日，柳林县举办“灯火巷”消费季，夜市摊位增加到60个。
  """
private let second = """
  绵竹市开展“月光集”行动

  本报讯（记者 李小溪）近日，绵竹市开展“月光集”行动，夜市摊位增加到90个。
  """

/// A folder with two pages and a file of topics.
private func makeFolder(_ topics: String = "夜经济\t夜市\n-\t早夜市\n") throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.write("1.txt", first)
  try folder.write("2.txt", second)
  try folder.write("topics.txt", topics)
  return folder
}

/// Runs commands of the program, all of which must go well; what the last one printed.
@discardableResult
private func runAll(_ commands: [[String]], in folder: TemporaryFolder) throws -> RunResult {
  var last = RunResult?.none
  for command in commands {
    let result = try run(archiveProgram, command, in: folder.path)
    #expect(result.status == 0, "\(command): \(result.errors)")
    last = result
  }
  return try #require(last)
}

private func programs(of topic: String, in folder: TemporaryFolder) throws -> Set<String> {
  let result = try run(
    archiveProgram,
    ["query", "--show", "programs", "--topic", topic, "--fields", "program", "--format", "csv"],
    in: folder.path)
  return Set(result.output.split(separator: "\n").dropFirst().map(String.init))
}

@Test func `topics of the user's own reach what is imported or read again later`() throws {
  let folder = try makeFolder()
  try runAll([["import", "1.txt"], ["topics", "topics.txt"]], in: folder)
  let one = try programs(of: "夜经济", in: folder)
  #expect(one.count == 1)
  try runAll([["import", "2.txt"]], in: folder)
  let both = try programs(of: "夜经济", in: folder)
  #expect(both.count == 2 && both.isSuperset(of: one))
  try runAll([["reextract", "--all"]], in: folder)
  #expect(try programs(of: "夜经济", in: folder) == both)
  #expect(try run(archiveProgram, ["verify"], in: folder.path).status == 0)
}

@Test func `topics given before or after the import give the same rows`() throws {
  let rows = try [
    [["import", "1.txt", "2.txt"], ["topics", "topics.txt"]],
    [["import", "1.txt"], ["topics", "topics.txt"], ["import", "2.txt"]],
    [["import", "1.txt", "2.txt"], ["topics", "topics.txt"], ["reextract", "--all"]],
  ].map { commands in
    let folder = try makeFolder()
    try runAll(commands, in: folder)
    let path = folder.path("archive.db")
    return try ["article_programs", "programs"].flatMap { table in
      try ArchiveFormat.read(path).rows("SELECT topics FROM \(table) ORDER BY program_id") {
        $0.text(0) ?? ""
      }
    }
  }
  #expect(rows[0].contains { $0.contains("夜经济") })
  #expect(rows[0] == rows[1])
  #expect(rows[0] == rows[2])
}

@Test func `the topics that are kept are listed as the file that gives them`() throws {
  let folder = try makeFolder("# mine\n夜经济\t夜市\n夜经济\t灯火\tweak\n灯火巷\n-\t早夜市\n")
  let listed = try runAll(
    [["import", "1.txt"], ["topics", "topics.txt"], ["topics", "--list"]], in: folder)
  #expect(listed.output == "-\t早夜市\n夜经济\t夜市\n夜经济\t灯火\tweak\n灯火巷\n")
  try folder.write("again.txt", listed.output)
  let again = try runAll([["topics", "again.txt"], ["topics", "--list"]], in: folder)
  #expect(again.output == listed.output)
}

@Test func `a topic that is removed or given other words leaves its programs`() throws {
  let folder = try makeFolder()
  try runAll([["import", "1.txt", "2.txt"], ["topics", "topics.txt"]], in: folder)
  #expect(try programs(of: "夜经济", in: folder).count == 2)
  try folder.write("topics.txt", "夜经济\t月光\n")
  try runAll([["topics", "topics.txt"]], in: folder)
  #expect(try programs(of: "夜经济", in: folder).count == 1)
  try runAll([["topics", "--remove", "夜经济"]], in: folder)
  #expect(try programs(of: "夜经济", in: folder).isEmpty)
  try runAll([["reextract", "--all"]], in: folder)
  #expect(try programs(of: "夜经济", in: folder).isEmpty)
  let again = try run(archiveProgram, ["topics", "--remove", "夜经济"], in: folder.path)
  #expect(again.status == 1)
  #expect(again.errors.contains("archive topics --list"), "\(again.errors)")
  #expect(try run(archiveProgram, ["topics"], in: folder.path).status == 64)
}

@Test func `words changed by hand stay a difference when others are given`() throws {
  let folder = try makeFolder()
  try runAll([["import", "1.txt"], ["topics", "topics.txt"]], in: folder)
  try Connection(folder.path("archive.db"), .readWrite).execute(
    "UPDATE topics SET weight = 1 WHERE origin = 'built-in' AND weight = 0.5")
  for command in [["topics", "--remove", "夜经济"], ["topics", "topics.txt"], ["import", "2.txt"]] {
    try runAll([command], in: folder)
    #expect(try run(archiveProgram, ["verify"], in: folder.path).status == 65, "\(command)")
  }
}

@Test func `topics of a stranger's archive are data, and bounded`() throws {
  let folder = try makeFolder()
  try runAll([["import", "1.txt"]], in: folder)
  let archive = try Connection(folder.path("archive.db"), .readWrite)
  try archive.execute(
    """
    INSERT INTO topics (topic, word, weight, origin) VALUES ('a,b', '夜市', 1, 'user'),
      ('', '夜市', 1, 'user'), ('#x', '夜市', 1, 'user'), ('y', 'a' || char(10) || 'b', 1, 'user'),
      ('坏' || char(27) || '[31m', '夜市' || char(27), 1, 'user');
    """)
  let listed = try runAll([["import", "2.txt"], ["topics", "--list"]], in: folder)
  #expect(listed.output == "坏␛[31m\t夜市␛\n")
  #expect(try programs(of: "a", in: folder).isEmpty)
  try archive.execute("INSERT INTO topics VALUES ('z', hex(zeroblob(600000)), 1, 'user')")
  for command in [["import", "2.txt"], ["reextract", "--all"], ["topics", "--list"]] {
    let result = try run(archiveProgram, command, in: folder.path)
    #expect(result.status == 65, "\(command): \(result.errors)")
    #expect(result.errors.contains("DELETE FROM topics"), "\(result.errors)")
  }
}
