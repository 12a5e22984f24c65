import Foundation
import Scoring
import TestSupport
import Testing

/// How answers to written questions are judged.
@Suite struct VerdictTests {
  @Test(arguments: [
    ("= 600张", ["柳河县,600张"], Verdict.right),
    ("= 六百", ["柳河县,600张"], .wrong),
    ("= 600张", [], .refused),
    ("= 600张\n- 308", ["600张", "308张"], .wrong),
    ("- 308", ["600张"], .right),
    ("!", [], .right),
    ("!", ["600张"], .wrong),
    ("柳河县,600张", ["柳河县,600张"], .right),
    ("柳河县,600张", ["柳河县,600张", "柳河县,308张"], .wrong),
    ("> --show facts\n= 600张", ["600张"], .wrong),
  ])
  func `an answer is right, wrong or refused`(
    _ expected: String, _ rows: [String], _ verdict: Verdict
  ) throws {
    let folder = try TemporaryFolder()
    let table = try QuestionTable(path: folder.write("questions.txt", "? 问\n\(expected)\n"))
    let entry = try #require(table.entries.first)
    var answer = QuestionTable.Entry(question: "问")
    answer.rows = rows
    #expect(entry.verdict(on: answer) == verdict)
  }

  @Test func `a table is written as it was read`() throws {
    let folder = try TemporaryFolder()
    let text = """
      # Remark.

      ? 一
      : quote,place
      > --show facts
      ! a note
      = 甲
      - 乙
      丙,丁

      ? 二
      ! nothing found

      """
    let path = try folder.write("questions.txt", text)
    let table = try QuestionTable(path: path)
    #expect(table.entries.count == 2)
    try table.write(table.entries)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }
}
