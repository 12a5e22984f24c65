import Model
import Testing

@testable import Extracting

@Suite struct NamedWorksTests {
  /// Checks the names, each with its kind, that a body yields, in reading order.
  private func check(_ body: String, _ expected: [(String, ProgramKind)]) {
    let found = extractPrograms(from: ExtractedArticle(article: Article(body: SourcedText(body))))
    #expect(found.map(\.name) == expected.map(\.0), "\(body)")
    #expect(found.map(\.kind) == expected.map(\.1), "\(body)")
  }

  @Test func `a plain type of work is no name`() {
    check("去年续建通村水泥路项目25条，完成投资8000万元。", [])
    check("在各村实施小型集中供水工程，", [])
    check("全乡实施人畜饮水工程、沼气工程和村道硬化工程。", [])
    check("探索数字化社区治理模式，", [])
    check("实施白石滩灌区节水工程，", [("白石滩灌区节水工程", .project)])
  }

  @Test func `的 before a bare head is no part of a name`() {
    check("采取“政府补一点+村里出一点”的模式办食堂。", [("政府补一点+村里出一点模式", .mechanism)])
    check("按照“1+3+N”的发展模式，", [("1+3+N发展模式", .mechanism)])
    check("探索“以物易物”的志愿者服务方式，", [("以物易物的志愿者服务方式", .mechanism)])
  }

  @Test func `names of the whole country need no marks`() {
    check("2019年中国农民丰收节主会场设在柳林村。", [("中国农民丰收节", .campaign)])
    check("全县行政村实现了“村村通”。", [("村村通", .project)])
  }
}
