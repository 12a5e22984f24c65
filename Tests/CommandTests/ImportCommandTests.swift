import Glibc
import Testing
import TestSupport

@Test func `import tells what it did and ends with 3 when a file failed`() throws {
  let folder = try TemporaryFolder()
  try folder.write("in/a.txt", "绵竹市改造小区。")
  let good = try run(archiveProgram, ["import", "in"], in: folder.path)
  #expect(good.status == 0)
  #expect(good.output == "")
  #expect(good.errors.contains("archive.db: 1 documents imported"))
  let bad = try run(archiveProgram, ["import", "in", "none.txt"], in: folder.path)
  #expect(bad.status == 3)
  #expect(bad.errors.contains("none.txt: no such file or directory"))
  #expect(bad.errors.contains("1 known already"))
}

@Test func `standard input is imported under the name given`() throws {
  let folder = try TemporaryFolder()
  let result = try run(
    archiveProgram, ["import", "-", "--name", "2024/page.txt", "--database", "b.db"],
    in: folder.path, input: Array("绵竹市改造小区。".utf8))
  #expect(result.status == 0)
  let name = try run(
    "/usr/bin/sqlite3", ["b.db", "SELECT document FROM articles"], in: folder.path)
  #expect(name.output == "2024/page.txt\n")
}

@Test func `an import of the folder it lies in passes the archive over`() throws {
  let folder = try TemporaryFolder()
  try folder.write("a.txt", "绵竹市改造小区。")
  for (round, words) in [
    (0, "1 documents imported:"), (1, "0 documents imported, 1 known already:"),
  ] {
    let result = try run(archiveProgram, ["import", "."], in: folder.path)
    #expect(result.status == 0, "round \(round): \(result.errors)")
    #expect(result.errors.contains(words), "round \(round): \(result.errors)")
  }
  let names = try run(
    "/usr/bin/sqlite3", ["archive.db", "SELECT name FROM documents"], in: folder.path)
  #expect(names.output == "a.txt\n")
}

@Test func `a link in a folder is counted, and read when that is asked for`() throws {
  let folder = try TemporaryFolder()
  try folder.write("secret.txt", "蓬溪县的秘密。")
  try folder.write("in/a.txt", "绵竹市改造小区。")
  symlink("../secret.txt", folder.path("in/notes.txt"))
  let passing = try run(archiveProgram, ["import", "in"], in: folder.path)
  #expect(passing.status == 0)
  #expect(passing.errors.contains("; 1 link passed over, --follow reads them"), "\(passing.errors)")
  let originals = try run(
    "/usr/bin/sqlite3", ["archive.db", "SELECT name FROM sqlar"], in: folder.path)
  #expect(originals.output == "a.txt\n")
  let followed = try run(archiveProgram, ["import", "in", "--follow"], in: folder.path)
  #expect(followed.errors.contains("1 documents imported, 1 known already"), "\(followed.errors)")
  #expect(!followed.errors.contains("passed over"))
}

@Test(arguments: ["/etc/x", "../x", "a/../../x", ""])
func `a name that leads out of the folder of the originals is refused`(name: String) throws {
  let folder = try TemporaryFolder()
  let result = try run(
    archiveProgram, ["import", "-", "--name", name], in: folder.path,
    input: Array("绵竹市改造小区。".utf8))
  #expect(result.status == 64, "\(result.errors)")
}

@Test func `the database is the option, else the environment, else archive db`() throws {
  let folder = try TemporaryFolder()
  try folder.write("a.txt", "绵竹市改造小区。")
  let variable = ["ARCHIVE_DATABASE": folder.path("c.db")]
  let result = try run(
    archiveProgram, ["import", "a.txt"], in: folder.path, environment: variable)
  #expect(result.errors.contains("\(folder.path)/c.db: 1 documents imported"))
}

@Test func `a wrong option ends with 64 and a foreign file with 65`() throws {
  let folder = try TemporaryFolder()
  try folder.write("x.db", String(repeating: "不是数据库。", count: 200))
  try folder.write("a.txt", "绵竹市改造小区。")
  #expect(try run(archiveProgram, ["import", "--what"], in: folder.path).status == 64)
  #expect(try run(archiveProgram, ["import"], in: folder.path).status == 64)
  let foreign = try run(archiveProgram, ["import", "a.txt", "-d", "x.db"], in: folder.path)
  #expect(foreign.status == 65)
  #expect(foreign.errors.contains("x.db: not an archive"))
  let missing = try run(archiveProgram, ["reextract", "-d", "none.db"], in: folder.path)
  #expect(missing.status == 74)
}

@Test func `read prints the record of a file without any archive`() throws {
  let folder = try TemporaryFolder()
  try folder.write("a.txt", "绵竹市改造小区。")
  let result = try run(archiveProgram, ["read", "a.txt"], in: folder.path)
  #expect(result.status == 0)
  #expect(result.output.contains("\"text\" : \"绵竹市改造小区。\""))
  #expect(result.output.contains("\"sha256\""))
}
