import Foundation
import Scoring
import TestSupport
import Testing

/// `make score` and `make questions` on a folder outside the project.
@Suite struct ScoreProgramTests {
  private let folder: TemporaryFolder

  /// One page of the seeds with its gold, and a question.
  init() throws {
    folder = try TemporaryFolder()
    let name = "000_97db77421f0cd9fc"
    try folder.write("own/documents/\(name).txt", Repository.text("seeds/\(name).txt"))
    try folder.write("own/gold/\(name).json", Repository.text("Tests/Gold/seeds/\(name).json"))
    try folder.write("own/questions.txt", "? all 三无小区 programs by city\n= 德阳市,3\n")
  }

  private func score(_ arguments: String...) throws -> RunResult {
    let program = URL(fileURLWithPath: archiveProgram).deletingLastPathComponent()
    return try run(program.appendingPathComponent("score").path, arguments, in: folder.path)
  }

  @Test func `a folder of one's own is scored without floors, and its questions are asked`() throws
  {
    let result = try score("--folder", "own")
    #expect(result.status == 0, "\(result.errors)")
    for measure in Figures.measures where measure != "fact_total" {
      #expect(result.output.contains("\n\(measure) "), "\(measure)")
    }
    #expect(!result.output.contains("floor"))
    #expect(result.output.contains("1 questions: 1 right, 0 wrong, 0 refused"))
  }

  @Test func `misses are listed when asked for`() throws {
    try folder.write("own/questions.txt", "? all 三无小区 programs by city\n= 德阳市,5\n")
    let result = try score("questions", "--folder", "own", "--misses")
    #expect(result.output.hasPrefix("wrong\tall 三无小区 programs by city\n"))
    #expect(result.status == 0)
  }

  @Test func `a folder that is not there is named`() throws {
    let result = try score("--folder", "elsewhere")
    #expect(result.status != 0 && result.errors.contains("elsewhere: no folder documents/ in it"))
  }

  @Test func `an archive that exists is scored as it is`() throws {
    let archive = try ProjectArchive.imported.get().path
    let result = try score("--archive", archive, "--folder", "own")
    #expect(result.output.contains("pages: 1 pages, "))
  }
}
