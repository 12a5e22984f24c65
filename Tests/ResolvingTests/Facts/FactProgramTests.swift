import Model
import TestSupport
import Testing

@testable import Resolving

@Suite struct FactProgramTests {
  /// Checks the initiative of each marked number; every place of a name in the body is a mention.
  private func check(
    _ marked: String, title: String? = nil, programs names: [String],
    as kind: ProgramKind = .project,
    _ expected: [String?]
  ) {
    let text = MarkedText(marked)
    let body = SourcedText(text.text)
    var extracted = ExtractedArticle(
      article: Article(title: title.map { SourcedText($0) }, body: body))
    var programs = Resolved<ProgramRecord>()
    programs.records = names.map {
      ProgramRecord(name: $0, kind: kind, topics: [], place: nil, printed: [$0], mentions: 0)
    }
    for start in body.scalars.indices {
      for (record, name) in names.enumerated()
      where body.scalars[start...].starts(with: name.unicodeScalars) {
        let span = Span(start: start, end: start + name.unicodeScalars.count)
        extracted.programs.append(
          ProgramMention(field: .body, span: span, name: name, kind: .project, rule: "test"))
        programs.recordOfMention.append(record)
        programs.records[record].mentions += 1
      }
    }
    let attribution = ProgramAttribution(extracted, programs)
    let found = text.spans.map { attribution.program(of: quantity($0, in: body.scalars)) }
    #expect(found.map { $0.map { names[$0] } } == expected, "\(marked)")
  }

  private func quantity(_ span: Span, in text: [Unicode.Scalar]) -> Quantity {
    let start = text[..<span.start].lastIndex { $0 == "。" || $0 == "\n" }.map { $0 + 1 } ?? 0
    let end = text[span.end...].firstIndex { $0 == "。" || $0 == "\n" } ?? text.count
    return Quantity(
      span: span, value: 1, unit: "个", kind: .count, sentence: Span(start: start, end: end),
      rule: "test")
  }

  @Test func `a number belongs to what its sentence names, else the sentence before`() {
    check("柳林水库工程投资⟦3亿元⟧。工期⟦2年⟧。", programs: ["柳林水库工程"], ["柳林水库工程", "柳林水库工程"])
    check("柳林水库工程开工。\n全县人口⟦30万人⟧。", programs: ["柳林水库工程"], [nil])
  }

  @Test func `a number right before a name counts it`() {
    check(
      "实施强基工程,推出⟦12个⟧暖心工程,为期⟦一个月⟧的邻里节开幕。", programs: ["强基工程", "暖心工程", "邻里节"],
      ["暖心工程", "邻里节"])
  }

  @Test func `an example of a counted class owns none of its numbers`() {
    check(
      "开展交通攻坚战,启动城东大桥等⟦8个⟧项目,投资⟦5亿元⟧。", programs: ["交通攻坚战", "城东大桥"],
      ["交通攻坚战", "交通攻坚战"])
    check(
      "开展交通攻坚战,启动城东大桥、环城路等⟦8个⟧项目。", programs: ["交通攻坚战", "城东大桥", "环城路"], ["交通攻坚战"])
    check("城东大桥等⟦8个⟧项目完工。", programs: ["城东大桥"], [nil])
  }

  @Test func `a head noun with 该 means the last initiative that ends with it`() {
    check(
      "邻里客厅开放。河湾改造工程开工。\n据了解,该客厅面积⟦600平方米⟧,此项工程投资⟦2亿元⟧。",
      programs: ["邻里客厅", "河湾改造工程"], ["邻里客厅", "河湾改造工程"])
    check("邻里客厅开放。\n该县投资⟦2亿元⟧。", programs: ["邻里客厅"], [nil])
  }

  @Test func `an initiative owns the numbers of three sentences on`() {
    check(
      "柳林水库工程开工。天晴。人多。村里有⟦3条⟧路。风大。村里有⟦5口⟧井。", programs: ["柳林水库工程"],
      ["柳林水库工程", nil])
  }

  @Test func `the initiative of the headline owns what no other is near to`() {
    let body = "河东旧城改造项目动工。\n共拆迁⟦300户⟧。\n邻里节开幕,来了⟦80人⟧。"
    check(
      body, title: "河东旧城改造提速", programs: ["河东旧城改造项目", "邻里节"], ["河东旧城改造项目", "邻里节"])
    check(body, title: "河东要闻", programs: ["河东旧城改造项目", "邻里节"], [nil, "邻里节"])
    check(body, title: "河东旧城改造提速", programs: ["河东旧城改造项目"], as: .mechanism, [nil, nil])
  }

  @Test func `the only initiative of an article owns its numbers if it comes up again`() {
    check(
      "柳林水库工程开工。\n库容⟦2万方⟧。\n柳林水库工程可灌溉⟦3万亩⟧。", programs: ["柳林水库工程"],
      ["柳林水库工程", "柳林水库工程"])
    check("柳林水库工程开工。\n全县人口⟦30万人⟧。", programs: ["柳林水库工程"], [nil])
  }
}
