import Importing
import Model
import SQLite
import Schema
import TestSupport
import Testing

@Suite struct AddTopicsTests {
  private static let page = """
    柳林县推出“灯火巷”消费季

    本报讯（记者 王小河）近日，柳林县举办“灯火巷”消费季，夜市摊位增加到60个。

    该县还推行“板凳会”议事机制，解决难题30件。
    """

  /// An archive of one page with the vocabulary applied as often as asked.
  private func topics(
    after vocabulary: String, times: Int = 1
  ) throws -> (gained: [String: Int], stored: [String]) {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let database = "\(folder.path)/a.db"
    var request = ImportRequest(database: database, workers: 1)
    request.loose = SourceFile(name: "page.txt", bytes: Array(Self.page.utf8))
    _ = try ImportRun(request, time: "2024-01-01T00:00:00Z").run { _ in true }
    var gained: [String: Int] = [:]
    for _ in 0..<times {
      gained = try addTopics(Array(vocabulary.utf8), to: database)
    }
    let archive = try ArchiveFormat.read(database)
    return (
      gained,
      try archive.rows("SELECT name || ':' || topics FROM programs ORDER BY name") {
        $0.text(0) ?? ""
      }
    )
  }

  private func topics(of name: String, in stored: [String]) -> Set<Substring> {
    let list = stored.first { $0.hasPrefix(name) }?.split(separator: ":").last
    return Set(list?.split(separator: ",") ?? [])
  }

  @Test func `a word in a program's sentence or name gives its topic`() throws {
    let (gained, stored) = try topics(after: "\u{FEFF}# own\n夜经济\t夜市\n议事\n骑行\n")
    #expect(gained == ["夜经济": 1, "议事": 1])
    #expect(topics(of: "灯火巷", in: stored).contains("夜经济"))
    #expect(topics(of: "板凳会", in: stored).contains("议事"))
    #expect(!topics(of: "板凳会", in: stored).contains("夜经济"))
  }

  @Test func `a weak word alone gives none, a second run nothing more`() throws {
    #expect(try topics(after: "夜经济\t夜市\tweak\n").gained == [:])
    #expect(try topics(after: "夜经济\t夜市\n", times: 2).gained == [:])
  }

  @Test func `topics that the rules found stay`() throws {
    let before = try topics(after: "骑行\n").stored
    let after = try topics(after: "夜经济\t夜市\n").stored
    for name in ["灯火巷", "板凳会"] {
      #expect(topics(of: name, in: after).isSuperset(of: topics(of: name, in: before)))
    }
  }
}
