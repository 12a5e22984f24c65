import Querying
import Testing

/// Questions and the options that ask the same, read against the sample archive.
@Suite struct QuestionTests {
  private func check(
    _ rows: [(question: String, options: String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let archive = try LittleArchive.sample()
    let file = try archive.open()
    for (question, options) in rows {
      let read: String
      do {
        read = CommandWords.text(try file.understand(question))
      } catch {
        read = "refused: \(error)"
      }
      #expect(read == options, "\(question)", sourceLocation: sourceLocation)
    }
  }

  @Test func `programs by place and topic`() throws {
    try check([
      ("all 三无小区 programs by city", "--show programs --topic 三无小区 --by city"),
      ("各市的三无小区项目", "--show programs --topic 三无小区 --by city"),
      ("各市的“三无”小区项目", "--show programs --topic 三无小区 --by city"),
      ("which cities have 三无小区 programs?", "--show programs --topic 三无小区 --by city"),
      ("哪些市有三无小区项目？", "--show programs --topic 三无小区 --by city"),
      ("四川各县的三无小区项目", "--show programs --province 四川省 --topic 三无小区 --by county"),
      ("哪些镇启动了社区会客厅", "--show programs --program 社区会客厅 --by town"),
      ("五个一工作法在哪些市推行", "--show programs --program 五个一工作法 --by city"),
      ("五个一在哪些县推行", "--show programs --program 五个一 --by county"),
      ("绵竹市有哪些项目", "--show programs --county 绵竹市"),
      ("programs in 遂宁 by kind", "--show programs --city 遂宁市 --by kind"),
      ("how many programs by city and topic", "--show programs --by city,topic"),
      ("遂宁市按年份的平安建设项目", "--show programs --city 遂宁市 --topic 平安建设 --by year"),
      ("list all programs in 四川 grouped by county", "--show programs --province 四川省 --by county"),
      ("重庆的便民服务项目", "--show programs --province 重庆市 --topic 便民服务"),
    ])
  }

  @Test func `facts by subject, unit, value and time`() throws {
    try check([
      ("遂宁有多少个三无小区", "--show facts --city 遂宁市 --subject 三无小区 --unit 个"),
      ("how many 三无小区 in 遂宁", "--show facts --city 遂宁市 --subject 三无小区"),
      ("各市有多少个三无小区", "--show facts --subject 三无小区 --unit 个 --by city"),
      (
        "2021年以来绵竹市三无小区投入了多少钱",
        "--show facts --county 绵竹市 --topic 三无小区 --since 2021-01-01 --unit 元"
      ),
      (
        "what did 绵竹 spend on 三无小区 since 2021",
        "--show facts --county 绵竹市 --topic 三无小区 --since 2021-01-01 --unit 元"
      ),
      ("哪些县的项目总投资超过10亿元", "--show facts --subject 总投资 --unit 元 --over 1000000000 --by county"),
      ("facts about 停车位 in 船山区", "--show facts --county 船山区 --subject 停车位"),
      ("船山区停车位的数据", "--show facts --county 船山区 --subject 停车位"),
      ("遂宁市1亿元以上的投资", "--show facts --city 遂宁市 --subject 投资 --unit 元 --min 100000000"),
      ("facts in 遂宁 over 10亿 yuan", "--show facts --city 遂宁市 --unit 元 --over 1000000000"),
      ("遂宁投资不超过三千五百万元", "--show facts --city 遂宁市 --subject 投资 --unit 元 --max 35000000"),
      ("最大的投资前10个", "--show facts --subject 投资 --unit 元 --sort value --descending --limit 10"),
      (
        "2019年至2023年遂宁的总投资",
        "--show facts --city 遂宁市 --since 2019-01-01 --until 2023-12-31 --subject 总投资"
      ),
      (
        "2022年遂宁有多少停车位",
        "--show facts --city 遂宁市 --since 2022-01-01 --until 2022-12-31 --subject 停车位"
      ),
      ("遂宁有多少户", "--show facts --city 遂宁市 --unit 户"),
      ("facts by unit and year", "--show facts --by unit,year"),
    ])
  }

  @Test func `articles by words, source and time`() throws {
    try check([
      ("articles mentioning 物业 since 2023", "--show articles --since 2023-01-01 --text 物业"),
      ("提到物业的报道", "--show articles --text 物业"),
      ("提到“船山区新增”的文章", "--show articles --text 船山区新增"),
      ("遂宁市的报道", "--show articles --city 遂宁市"),
      ("遂宁日报的报道", "--show articles --source 遂宁日报"),
      ("关于物业的新闻", "--show articles --text 物业"),
      ("每年的报道", "--show articles --by year"),
      ("按年统计遂宁的报道", "--show articles --city 遂宁市 --by year"),
      ("2021年3月以前的报道", "--show articles --until 2021-02-28"),
      ("news before 2022", "--show articles --until 2021-12-31"),
      ("articles from 2021 to 2022", "--show articles --since 2021-01-01 --until 2022-12-31"),
      ("latest news in 遂宁", "--show articles --city 遂宁市 --sort published --descending"),
      ("张三的报道", "--show articles --person 张三"),
      ("遂宁的公告", "--show articles --city 遂宁市 --kind notice"),
    ])
  }

  @Test func `places, organisations, people and everything`() throws {
    try check([
      ("遂宁", "--city 遂宁市"), ("三无小区", "--topic 三无小区"), ("遂宁的三无小区", "--city 遂宁市 --topic 三无小区"),
      ("遂宁的机构", "--show organizations --city 遂宁市"),
      ("who is in 绵竹市", "--show people --county 绵竹市"),
      ("places in 德阳", "--show places --city 德阳市"), ("南强镇", "--town 南强镇"),
      ("德阳市绵竹市", "--city 德阳市 --county 绵竹市"), ("阿坝州的报道", "--show articles --city 阿坝藏族羌族自治州"),
    ])
  }

  @Test(arguments: [
    ("四川日报关于三无小区的报道", "“日报”"), ("遂宁没有物业的小区", "“没有”"), ("foo bar in 遂宁", "“foo bar”"),
    ("遂宁以外的项目", "“以外”"), ("programs not in 遂宁", "“not”"), ("各的项目", "“各”"),
    ("遂宁超过的项目", "“超过”"), ("遂宁10亿元", "“10亿元”"), ("智慧城市项目", "“智慧城市”"), ("去年遂宁的报道", "“去年”"),
    ("所有县", "“县”"), ("遂宁和德阳的GDP比较好", "“好”"),
  ])
  func `what is not understood is named`(question: String, word: String) throws {
    let file = try LittleArchive.sample().open()
    do {
      let read = try file.understand(question)
      Issue.record("\(question) was read as \(CommandWords.text(read))")
    } catch {
      #expect(error.reason == .wrongUsage)
      #expect(error.description.contains(word), "\(question): \(error)")
    }
  }

  @Test func `a place that exists but not in the archive is not found`() throws {
    let file = try LittleArchive.sample().open()
    do {
      _ = try file.understand("成都的项目")
      Issue.record("the archive has nothing of 成都")
    } catch {
      #expect(error.reason == .nothingFound && error.description.contains("四川省/成都市"))
    }
  }

  @Test func `the words a question is read as ask the same`() throws {
    let file = try LittleArchive.sample().open()
    let request = try file.understand("各市的三无小区项目")
    #expect(try file.plan(request).map(\.statement.inlined).count == 1)
  }

  @Test func `any text is read or refused`() throws {
    let file = try LittleArchive.sample().open()
    let pieces = [
      "遂宁", "各", "市", "多少", "个", "超过", "10", "亿", "元", "2021", "年", "-", "以来", "至", "“", "”", " ",
      "by", "top",
      "前", "'", "\"", "\0", "𠀀", "e\u{301}", "以上", "三无小区", "提到", "OR", "*", "%",
    ]
    var state: UInt64 = 42
    for _ in 0..<400 {
      var question = ""
      for _ in 0..<6 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        question += pieces[Int(state >> 33) % pieces.count]
      }
      do {
        _ = try file.plan(try file.understand(question))
      } catch {
        #expect([.wrongUsage, .nothingFound].contains(error.reason), "\(question): \(error)")
      }
    }
  }
}
