import Model
import Querying
import SQLite
import Testing

@Suite struct StatementTests {
  private static let attacks = [
    "'; DROP TABLE articles; --", "' OR '1'='1", "遂宁' --", "\"", "%%", "_", ":place", "x'00'", "\\",
    "a OR b", "NEAR(a b)", "title : a", "a*", "^a", "(", "AND", "NOT a", "\"\"\"", "-a",
    "{title} : a",
  ]

  @Test(arguments: attacks) func `SQL and FTS syntax in a filter is data`(attack: String) throws {
    let archive = try LittleArchive.sample()
    let file = try archive.open()
    let changes: [@Sendable (inout Filters) -> Void] = [
      { $0.places = [Filters.Place(attack)] }, { $0.programs = [attack] }, { $0.topics = [attack] },
      { $0.organizations = [attack] }, { $0.people = [attack] }, { $0.sources = [attack] },
      { $0.units = [attack] }, { $0.subjects = [attack] }, { $0.texts = [attack] },
    ]
    for show in Show.allCases {
      for change in changes {
        var request = Request()
        request.show = show
        change(&request.filters)
        do {
          var count = 0
          for plan in try file.plan(request) { try plan.run(in: file) { _ in count += 1 } }
          #expect(count == 0)
        } catch {
          #expect([.nothingFound, .wrongUsage].contains(error.reason), "\(error)")
        }
      }
    }
    let left = try file.rows("SELECT count(*) FROM articles") { $0.integer(0) }
    #expect(left == [4])
  }

  @Test(arguments: attacks) func `a column or an order cannot carry SQL`(attack: String) throws {
    let file = try LittleArchive.sample().open()
    for change: @Sendable (inout Request) -> Void in [
      { $0.fields = [attack] }, { $0.sort = attack },
    ] {
      var request = Request()
      request.show = .facts
      change(&request)
      #expect(throws: QueryError.self) { try file.plan(request) }
    }
  }

  @Test func `the SQL with its values written out gives the same rows`() throws {
    let file = try LittleArchive.sample().open()
    var request = Request()
    request.filters.places = [Filters.Place("四川")]
    request.filters.texts = ["三无小区"]
    request.filters.topics = ["三无小区"]
    for show in Show.allCases {
      request.show = show
      for plan in try file.plan(request) {
        var bound: [[Value]] = []
        try file.forEach(plan.statement) { row in bound.append((0..<row.count).map { row[$0] }) }
        let inlined = try file.rows(plan.statement.inlined) { row in
          (0..<row.count).map { row[$0] }
        }
        #expect(bound == inlined && !bound.isEmpty, "\(show)")
      }
    }
  }

  @Test func `literals of SQL hold any text`() throws {
    let file = try LittleArchive.sample().open()
    for text in ["'", "''", "a'b:c", ":a", "\0", "a\0'b", "“三无”\n"] {
      let statement = SelectStatement(
        sql: "SELECT :a = :b, ':a', :a", values: ["a": .text(text), "b": .text(text)])
      let rows = try file.rows(statement.inlined) { [$0[0], $0[1], $0[2]] }
      #expect(rows == [[.integer(1), .text(":a"), .text(text)]])
    }
  }

  /// The steps of SQLite's plan for a request.
  private func plan(_ show: Show, _ change: (inout Request) -> Void) throws -> [String] {
    let archive = try LittleArchive.sample()
    let file = try archive.open()
    var request = Request()
    request.show = show
    change(&request)
    let plan = try file.plan(request)[0]
    return try file.rows("EXPLAIN QUERY PLAN " + plan.statement.sql, plan.statement.values) {
      $0.text(3) ?? ""
    }
  }

  @Test func `a place filter walks the index of paths`() throws {
    for show in [Show.articles, .facts, .programs] {
      let steps = try plan(show) { $0.filters.places = [Filters.Place("遂宁")] }
      #expect(steps.contains { $0.contains("(path=?") }, "\(show): \(steps)")
      #expect(steps.contains { $0.contains("(path>? AND path<?)") }, "\(show): \(steps)")
    }
  }

  @Test func `facts of a place and facts of a unit are found by index`() throws {
    let placed = try plan(.facts) { $0.filters.places = [Filters.Place("遂宁")] }
    #expect(placed.contains { $0.contains("facts_place") }, "\(placed)")
    let measured = try plan(.facts) {
      $0.filters.units = ["元"]
      $0.filters.minimum = Filters.Bound(1)
    }
    #expect(measured.contains { $0.contains("facts_unit (unit=? AND value>?)") }, "\(measured)")
  }

  @Test func `the first facts of a place are found in its index alone`() throws {
    let steps = try plan(.facts) {
      $0.filters.places = [Filters.Place("遂宁")]
      $0.filters.programs = ["三无"]
      $0.limit = 2
    }
    #expect(steps.contains { $0.contains("COVERING INDEX facts_place (place_id=?") }, "\(steps)")
    #expect(!steps.contains { $0.contains("SCAN") && !$0.contains("programs") }, "\(steps)")
  }

  @Test func `the first facts of a place are the first of all`() throws {
    let archive = try LittleArchive.sample()
    func rows(_ limit: Int?, since: CalendarDate?) throws -> [String] {
      try answer(archive, .facts, fields: "fact_id,quote,published") {
        $0.filters.places = [Filters.Place("遂宁")]
        $0.filters.since = since
        $0.limit = limit
      }
    }
    for since in [nil, CalendarDate(year: 2024, month: 1, day: 1)] {
      let all = try rows(nil, since: since)
      #expect(!all.isEmpty)
      for limit in 0...(all.count + 1) {
        #expect(try rows(limit, since: since) == Array(all.prefix(limit)))
      }
    }
  }

  @Test func `programs of a topic are found once, their links by index`() throws {
    let steps = try plan(.programs) { $0.filters.topics = ["三无小区"] }
    #expect(!steps.contains { $0.contains("CORRELATED LIST") }, "\(steps)")
    #expect(steps.contains { $0.contains("program_links_program (program_id=?)") }, "\(steps)")
  }

  @Test func `text is searched in the full-text index`() throws {
    let steps = try plan(.articles) { $0.filters.texts = ["三无"] }
    #expect(steps.contains { $0.contains("VIRTUAL TABLE INDEX") }, "\(steps)")
    let facts = try plan(.facts) { $0.filters.texts = ["三无"] }
    #expect(facts.contains { $0.contains("pairs_fts VIRTUAL TABLE INDEX") }, "\(facts)")
  }
}
