import Model
import Querying
import SQLite
import Testing

/// The rows of a request, cells as text, `∅` for NULL.
func answer(
  _ archive: LittleArchive, _ show: Show, fields: String = "", by groups: [Grouping] = [],
  _ change: (inout Request) -> Void = { _ in }
) throws -> [String] {
  let file = try archive.open()
  var request = Request()
  request.show = show
  request.groups = groups
  request.fields = fields.split(separator: ",").map(String.init)
  change(&request)
  var rows: [String] = []
  for plan in try file.plan(request) {
    try plan.run(in: file) { values in rows.append(values.map(text).joined(separator: "|")) }
  }
  return rows
}

private func text(_ value: Value) -> String {
  switch value {
  case .null: "∅"
  case .integer(let number): String(number)
  case .real(let number): Int64(exactly: number).map(String.init) ?? String(number)
  case .text(let text): text
  case .blob(let bytes): "\(bytes)"
  }
}

/// The message of a request that is refused.
private func refusal(
  _ archive: LittleArchive, _ change: (inout Request) -> Void
) throws -> (QueryError.Reason, String) {
  var request = Request()
  change(&request)
  do {
    _ = try archive.open().plan(request)
  } catch let error as QueryError {
    return (error.reason, error.description)
  }
  throw QueryError(.wrongUsage, "the request was not refused")
}

@Suite struct PlaceFilterTests {
  private func check(
    _ name: String, _ level: PlaceLevel?, _ expected: [Int],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let archive = try LittleArchive.sample()
    let rows = try answer(archive, .articles, fields: "article_id") {
      $0.filters.places = [Filters.Place(name, level)]
      $0.sort = "article_id"
    }
    #expect(rows == expected.map(String.init), sourceLocation: sourceLocation)
  }

  @Test func `a place includes everything below it`() throws {
    try check("四川省", .province, [1, 2, 3])
    try check("德阳市", .city, [1])
    try check("船山区", .county, [2])
    try check("荷塘社区", .community, [2])
  }

  @Test func `short names are names`() throws {
    try check("遂宁", .city, [2])
    try check("遂宁", nil, [2])
    try check("阿坝", .city, [3])
    try check("阿坝州", .city, [3])
    try check("四川", .province, [1, 2, 3])
  }

  @Test func `a municipality and a county under no city stand at the level of cities`() throws {
    try check("重庆", .city, [3])
    try check("仙桃市", .city, [3])
  }

  @Test func `a path or two joined names tell places of one name apart`() throws {
    try check("南强镇", .town, [2, 1].sorted())
    try check("德阳/南强镇", .town, [1])
    try check("遂宁市南强镇", nil, [2])
    try check("四川省遂宁市船山区", .county, [2])
  }

  @Test func `places of several levels lie in each other`() throws {
    let archive = try LittleArchive.sample()
    let rows = try answer(archive, .articles, fields: "article_id") {
      $0.filters.places = [Filters.Place("遂宁", .city), Filters.Place("南强镇", .town)]
    }
    #expect(rows == ["2"])
    let (reason, _) = try refusal(archive) {
      $0.filters.places = [Filters.Place("德阳", .city), Filters.Place("船山区", .county)]
    }
    #expect(reason == .nothingFound)
  }

  @Test func `a place the archive does not know is named with its neighbours`() throws {
    let archive = try LittleArchive.sample()
    let (reason, message) = try refusal(archive) {
      $0.filters.places = [Filters.Place("遂明", .city)]
    }
    #expect(reason == .nothingFound)
    #expect(message.contains("“遂明”") && message.contains("遂宁市"))
    let (_, level) = try refusal(archive) { $0.filters.places = [Filters.Place("船山区", .city)] }
    #expect(level.contains("--county 船山区"))
  }
}

@Suite struct FilterTests {
  private func check(
    _ show: Show, _ fields: String, _ expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation, _ change: (inout Request) -> Void
  ) throws {
    let rows = try answer(try LittleArchive.sample(), show, fields: fields, change)
    #expect(rows == expected, sourceLocation: sourceLocation)
  }

  @Test func `programs of a topic are grouped by city`() throws {
    let rows = try answer(try LittleArchive.sample(), .programs, by: [.city]) {
      $0.filters.topics = ["三无小区"]
    }
    #expect(
      rows == [
        "德阳市|四川省/德阳市|2|绵竹市|三无小区治理；五个一工作法|1",
        "遂宁市|四川省/遂宁市|1|遂宁市|三无小区治理|1",
      ])
  }

  @Test func `what has no place is counted last`() throws {
    let rows = try answer(
      try LittleArchive.sample(), .programs, fields: "city,programs", by: [.city])
    #expect(rows == ["德阳市|2", "遂宁市|2", "重庆市|1", "∅|1"])
  }

  @Test func `programs are grouped by town`() throws {
    let rows = try answer(
      try LittleArchive.sample(), .programs, fields: "town,path,names", by: [.town])
    #expect(rows.first == "南强镇|四川省/遂宁市/船山区/南强镇|雪亮工程")
  }

  @Test func `copies are left out unless asked for`() throws {
    try check(.articles, "article_id", ["2"]) { $0.filters.texts = ["1500余个"] }
    try check(.articles, "article_id", ["2", "4"]) {
      $0.filters.texts = ["1500余个"]
      $0.filters.includesDuplicates = true
    }
  }

  @Test func `search ignores quotation marks, width and line breaks`() throws {
    try check(.articles, "article_id", ["2", "1"]) { $0.filters.texts = ["三无小区"] }
    try check(.articles, "article_id", ["2", "1"]) { $0.filters.texts = ["“三无” 小 区"] }
    try check(.articles, "article_id", ["2"]) { $0.filters.texts = ["个。船山区"] }
    try check(.articles, "article_id", ["2", "1"]) { $0.filters.texts = ["「三無」小區"] }
  }

  @Test func `value bounds are exact about ranges and approximations`() throws {
    try check(.facts, "quote", ["超10亿元", "12亿元"]) {
      $0.filters.units = ["元"]
      $0.sort = "value"
      $0.filters.minimum = Filters.Bound(1_000_000_000, isStrict: true)
    }
    try check(.facts, "quote", []) {
      $0.filters.units = ["名"]
      $0.filters.maximum = Filters.Bound(4)
    }
    try check(.facts, "quote", ["3-5名"]) {
      $0.filters.units = ["名"]
      $0.filters.maximum = Filters.Bound(5)
    }
  }

  @Test func `a unit finds what is told in another of its dimension`() throws {
    let archive = try LittleArchive.sample()
    try archive.addFact(3, "2公顷", 2, "公顷", subject: "绿地", kind: "area", place: 7)
    let found = try answer(archive, .facts, fields: "quote") {
      $0.filters.units = ["平方米"]
      $0.filters.minimum = Filters.Bound(20_000)
    }
    #expect(found == ["2公顷"])
    let more = try answer(archive, .facts, fields: "quote") {
      $0.filters.dimensions = ["面积"]
      $0.filters.minimum = Filters.Bound(20_001)
    }
    #expect(more == [])
  }

  @Test func `a program's value is a value of that program`() throws {
    try check(.programs, "program", ["雪亮工程"]) { $0.filters.minimum = Filters.Bound(300) }
  }

  @Test func `a subject is found under other print`() throws {
    try check(.facts, "quote", ["1500余个"]) { $0.filters.subjects = ["三无小区"] }
  }

  @Test func `the period of a fact is its own, else the day of its article`() throws {
    try check(.facts, "quote", ["300个"]) {
      $0.filters.subjects = ["停车位"]
      $0.filters.since = CalendarDate(iso: "2022-06-01")
      $0.filters.until = CalendarDate(iso: "2022-06-30")
    }
    try check(.facts, "quote", ["10829.59万元", "12亿元"]) {
      $0.filters.units = ["元"]
      $0.filters.until = CalendarDate(iso: "2021-12-31")
    }
  }

  @Test func `a topic finds facts by program, sentence and headline`() throws {
    try check(.facts, "quote", ["1500余个", "300个"]) {
      $0.filters.topics = ["三无小区"]
      $0.filters.units = ["个"]
    }
    try check(.facts, "quote", ["300个"]) {
      $0.filters.topics = ["平安建设"]
    }
  }

  @Test func `facts are summed where the unit agrees`() throws {
    let rows = try answer(
      try LittleArchive.sample(), .facts, fields: "city,unit,facts,sum,lowest,highest", by: [.city])
    #expect(rows.contains("遂宁市|元|2|2200000000|1000000000|1200000000"))
    #expect(rows.contains("重庆市|%|1|∅|90|90"))
  }

  @Test func `people are found in texts and in credits`() throws {
    try check(.articles, "article_id", ["2"]) { $0.filters.people = ["张三"] }
    try check(.articles, "article_id", ["1"]) { $0.filters.people = ["李四"] }
  }

  @Test func `sources may be named in part`() throws {
    try check(.articles, "article_id", ["2", "1"]) { $0.filters.sources = ["日报"] }
  }

  @Test func `every kind of row and every grouping runs`() throws {
    let archive = try LittleArchive.sample()
    for show in Show.allCases {
      #expect(try !answer(archive, show).isEmpty)
      for group in Grouping.allCases {
        for other in Grouping.allCases {
          do {
            _ = try answer(archive, show, by: group == other ? [group] : [group, other])
          } catch let error as QueryError {
            #expect(error.reason == .wrongUsage, "\(error)")
          }
        }
      }
    }
  }

  @Test(
    arguments: [
      { (filters: inout Filters) in filters.programs = ["没有此名"] },
      { $0.topics = ["没有此题"] }, { $0.organizations = ["没有此局"] }, { $0.people = ["没有此人"] },
      { $0.sources = ["没有此报"] }, { $0.units = ["没有"] },
    ] as [@Sendable (inout Filters) -> Void])
  func `a filter that matches nothing in the archive is never skipped`(
    change: @Sendable (inout Filters) -> Void
  ) throws {
    let (reason, message) = try refusal(try LittleArchive.sample()) { change(&$0.filters) }
    #expect(reason == .nothingFound && message.contains("“没有"))
  }

  @Test func `an empty answer says which filter emptied it`() throws {
    let file = try LittleArchive.sample().open()
    var request = Request()
    request.show = .facts
    request.filters.subjects = ["停车位"]
    request.filters.places = [Filters.Place("德阳")]
    let reason = try file.explainEmptiness(of: request)
    #expect(reason.contains("without the place there are 1 rows"))
  }
}
