import Foundation
import Testing
import TestSupport

private let seeds = SeedArchive.folder

private func archive(_ arguments: String...) throws -> RunResult {
  try run(archiveProgram, arguments, in: seeds.path)
}

@Suite struct QueryCommandTests {
  @Test func `the question of the archive is answered in both languages and by options`() throws {
    let english = try archive("query", "all 三无小区 programs by city")
    let chinese = try archive("query", "各市的三无小区项目")
    let options = try archive("query", "--show", "programs", "--topic", "三无小区", "--by", "city")
    #expect(english.status == 0)
    #expect(english.output == chinese.output && english.output == options.output)
    #expect(english.output.contains("三无小区治理"))
    #expect(options.errors == "")
    #expect(
      chinese.errors
        == "archive: understood as: query --show programs --topic 三无小区 --by city\n")
  }

  @Test func `the SQL it prints gives the same rows in the sqlite3 shell`() throws {
    for arguments in [
      ["--show", "programs", "--topic", "三无小区", "--by", "city"],
      ["--show", "facts", "--unit", "元", "--min", "1亿", "--fields", "quote,value"],
      ["--show", "articles", "--text", "“三无”小区", "--fields", "article_id,title"],
      ["--show", "articles", "--by", "topic"],
    ] {
      let sql = try run(archiveProgram, ["query", "--sql"] + arguments, in: seeds.path)
      let shell = try run(
        "/usr/bin/sqlite3", ["-csv", "-header", "archive.db"], in: seeds.path,
        input: Array(sql.output.utf8))
      let rows = try run(
        archiveProgram, ["query", "--format", "csv"] + arguments, in: seeds.path)
      #expect(shell.status == 0, "\(shell.errors)")
      #expect(
        shell.output.split(whereSeparator: \.isNewline).count
          == rows.output.split(whereSeparator: \.isNewline).count)
      #expect(rows.output.split(whereSeparator: \.isNewline).count > 1, "\(arguments)")
    }
  }

  @Test func `csv of facts has quote, article, document and position`() throws {
    let facts = try archive("facts", "--format", "csv")
    let header = facts.output.split(separator: "\n").first ?? ""
    for column in ["quote", "sentence", "article_id", "document", "start", "length", "value"] {
      #expect(header.split(separator: ",").contains(Substring(column)))
    }
  }

  @Test func `json is one document, also for several tables`() throws {
    for arguments in [
      ["query", "--text", "三无小区"], ["query", "--show", "facts"], ["show", "1", "--source"],
      ["info"],
    ] {
      let result = try run(archiveProgram, arguments + ["--format", "json"], in: seeds.path)
      #expect(result.status == 0, "\(arguments) \(result.errors)")
      _ = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    }
  }

  @Test func `the exit status tells what happened`() throws {
    #expect(try archive("query", "--city", "没有此市").status == 1)
    #expect(try archive("query", "--text", "本报从未刊登过的一句话").status == 1)
    #expect(try archive("query", "foo bar").status == 64)
    #expect(try archive("query", "--what").status == 64)
    #expect(try archive("query", "--min", "many").status == 64)
    #expect(try archive("query", "--show", "facts", "--fields", "x").status == 64)
    #expect(try archive("query", "--format", "csv").status == 64)
    #expect(try archive("query", "--show", "facts", "-d", "none.db").status == 74)
    #expect(try archive("show", "999999").status == 1)
    try seeds.write("text.db", String(repeating: "不是数据库", count: 300))
    #expect(try archive("info", "-d", "text.db").status == 65)
  }

  @Test func `a message of a refusal names the word`() throws {
    let result = try archive("query", "没听说过的项目 programs")
    #expect(result.status == 64 && result.output == "")
    #expect(result.errors.contains("没听说过"))
  }

  @Test func `an article shows the bytes its facts stand on`() throws {
    let shown = try archive("show", "1", "--source")
    #expect(shown.status == 0)
    #expect(shown.output.contains("byte_offset"))
  }

  @Test func `a name is looked up in the gazetteer without any archive`() throws {
    let folder = try TemporaryFolder()
    let found = try run(archiveProgram, ["places", "吉林", "--format", "csv"], in: folder.path)
    #expect(found.output.contains("吉林省,province"))
    #expect(found.output.contains("吉林省/吉林市,city"))
    let two = ["places", "朝阳街道", "--limit", "2", "--format", "csv"]
    #expect(try run(archiveProgram, two, in: folder.path).output.split(separator: "\n").count == 3)
    #expect(try run(archiveProgram, ["places", "没有此地"], in: folder.path).status == 1)
  }
}
