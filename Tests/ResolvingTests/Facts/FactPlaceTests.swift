import Model
import TestSupport
import Testing

@testable import Resolving

@Suite struct FactPlaceTests {
  /// A place for tests, by its path; the last step's level comes from the end of its name.
  private static func place(_ path: String) -> PlaceRecord {
    let steps = path.split(separator: "/").map(String.init)
    return PlaceRecord(
      path: steps.map { PlaceRecord.Step(name: $0, level: level($0)) }, mentions: 1)
  }

  private static func level(_ name: String) -> PlaceLevel {
    let ends: [(String, PlaceLevel)] = [
      ("小区", .estate), ("社区", .community), ("村", .community), ("镇", .town), ("街道", .town),
      ("县", .county),
      ("区", .county), ("市", .city), ("省", .province),
    ]
    return ends.first { name.hasSuffix($0.0) }?.1 ?? .county
  }

  /// Checks the place of each marked number; names of `paths` are mentions wherever they stand.
  private func check(
    _ marked: String, title: String? = nil, paths: [String], programs: [String] = [],
    offices: [String] = [], people: [String] = [], _ expected: [String?]
  ) {
    let text = MarkedText(marked)
    let body = SourcedText(text.text)
    var extracted = ExtractedArticle(
      article: Article(title: title.map { SourcedText($0) }, body: body))
    var places = Resolved(records: paths.map(Self.place))
    for (field, words) in [(Field.title, title ?? ""), (Field.body, text.text)] {
      for (span, record) in Self.mentions(of: places.records.map(\.name), in: words) {
        extracted.places.append(
          PlaceMention(field: field, span: span, name: places.records[record].name))
        places.recordOfMention.append(record)
      }
    }
    for (span, program) in Self.mentions(of: programs, in: text.text) {
      extracted.programs.append(
        ProgramMention(
          field: .body, span: span, name: programs[program], kind: .project, rule: "test"))
    }
    extracted.organizations = Self.mentions(of: offices, in: text.text).map {
      OrganizationMention(field: .body, span: $0.0, name: offices[$0.1])
    }
    extracted.people = Self.mentions(of: people, in: text.text).map {
      PersonMention(field: .body, span: $0.0, name: people[$0.1])
    }
    extracted.quantities = text.spans.map { Self.quantity($0, in: body) }
    let facts = resolveFacts(
      extracted, places: places,
      programs: Resolved(recordOfMention: extracted.programs.map { _ in nil }))
    #expect(facts.map { $0.place.map { places.records[$0].name } } == expected, "\(marked)")
  }

  private static func mentions(of names: [String], in text: String) -> [(Span, Int)] {
    let scalars = Array(text.unicodeScalars)
    return names.enumerated().flatMap { index, name in
      let word = Array(name.unicodeScalars)
      return scalars.indices.filter { scalars[$0...].starts(with: word) }
        .map { (Span(start: $0, end: $0 + word.count), index) }
    }.sorted { $0.0 < $1.0 }
  }

  private static func quantity(_ span: Span, in body: SourcedText) -> Quantity {
    let ends: [Unicode.Scalar] = ["。", "\n"]
    let start = body.scalars[..<span.start].lastIndex { ends.contains($0) }.map { $0 + 1 } ?? 0
    let end = body.scalars[span.end...].firstIndex { ends.contains($0) }.map { $0 + 1 }
    return Quantity(
      span: span, value: 1, unit: "个", kind: .count,
      sentence: Span(start: start, end: end ?? body.count), rule: "test")
  }

  @Test func `the nearest place before a number in its sentence is its own`() {
    check(
      "柳河县建小区⟦12个⟧，清溪镇建⟦3个⟧。", paths: ["柳河县", "柳河县/清溪镇"], ["柳河县", "清溪镇"])
    check("柳河县清溪镇建⟦3个⟧。", paths: ["柳河县", "柳河县/清溪镇"], ["清溪镇"])
  }

  @Test func `a place that only tells where another lies is passed over`() {
    check(
      "新锦小区位于朝阳街道，有居民⟦241户⟧。", paths: ["朝阳街道", "朝阳街道/新锦小区"], ["新锦小区"])
  }

  @Test func `the ends of a road and where it leads are no places of numbers`() {
    check(
      "柳河县的公路起于清溪镇，止于柳林镇，全长⟦30公里⟧。",
      paths: ["柳河县", "柳河县/清溪镇", "柳河县/柳林镇"], ["柳河县"])
    check("柳河县往石河县方向堵车⟦3公里⟧。", title: "清溪镇路况", paths: ["清溪镇", "柳河县", "石河县"], ["清溪镇"])
  }

  @Test func `a place of another province tells only where one sentence took place`() {
    check(
      "在丙市办推介会，签约⟦14个⟧。全年引进项目⟦31个⟧。", title: "柳河县招商", paths: ["甲省/柳河县", "乙省/丙市"], ["丙市", "柳河县"])
  }

  @Test func `a quotation at the head tells of the place named right behind it`() {
    check(
      "“每天需要工人⟦30个⟧。”记者走进柳河县石音村时，场长说。", title: "柳河县种菇", paths: ["柳河县", "柳河县/石音村"], ["石音村"])
    check(
      "“每天需要工人⟦30个⟧。”场长说。石音村也在种。", title: "柳河县种菇", paths: ["柳河县", "柳河县/石音村"], ["柳河县"])
  }

  @Test func `whoever was met in a village speaks of it later`() {
    check(
      "在石音村，村民王大勇种菇。\n大家都很忙碌，希望来年行情更好，收成更多，日子越过越红火，大棚越建越多，路也越修越宽，孩子们放学回来也有地方玩耍，老人们在树下乘凉聊天，游客一拨接一拨，餐馆的生意也跟着好起来，村口的小店每天都要补货，快递一天来两趟。\n王大勇算了一笔账，每天挣⟦80元⟧。",
      title: "柳河县种菇", paths: ["柳河县", "柳河县/石音村"], people: ["王大勇"], ["石音村"])
  }

  @Test func `全县 within a name or 安全社区 points to nothing`() {
    check(
      "公路经天全县、丙县，全长⟦30公里⟧。", title: "甲镇修路", paths: ["甲镇", "天全县", "丙县"], ["甲镇"])
    check("建成安全社区⟦3个⟧。", title: "甲镇安居", paths: ["甲镇", "甲镇/乙社区"], ["甲镇"])
  }

  @Test func `what a place is like does not move the number`() {
    check("石音村种菜多年，是柳河县有名的专业村。有大棚⟦30栋⟧。", paths: ["柳河县", "柳河县/石音村"], ["石音村"])
    check(
      "石音村位于清溪镇北郊柳岸街道，有农户⟦92户⟧。", paths: ["清溪镇", "柳岸街道", "清溪镇/石音村"], ["石音村"])
  }

  @Test func `a new item of a list leaves the scene of the one before`() {
    check(
      "一是改造。石音村装了灯。\n二是提质。新装路灯⟦30盏⟧。", title: "柳河县办实事", paths: ["柳河县", "柳河县/石音村"], ["柳河县"])
  }

  @Test func `of three places named once none is what the article is about`() {
    check(
      "开工靠前的有甲省、乙省、丙省。\n新增车位⟦30个⟧。", paths: ["甲省", "乙省", "丙省"], [nil])
  }

  @Test func `neighbours and origins are no places of numbers`() {
    check(
      "清溪镇地势平坦。西接柳林镇，东北距石河县20公里，南与白塔镇、黄坡镇接壤。有农户⟦700户⟧。", title: "清溪镇简介",
      paths: ["柳河县/清溪镇", "柳河县/柳林镇", "石河县", "柳河县/白塔镇", "柳河县/黄坡镇"], ["清溪镇"])
    check(
      "清溪镇的果园里，来自石河县的专家测产⟦700斤⟧。", paths: ["柳河县/清溪镇", "石河县"], ["清溪镇"])
    check("清溪镇与柳林镇相邻，有农户⟦700户⟧。", paths: ["柳河县/清溪镇", "柳河县/柳林镇"], ["清溪镇"])
    check("江东柳林镇有农户⟦700户⟧。", paths: ["柳河县/柳林镇"], ["柳林镇"])
  }

  @Test func `全镇 is the town of the article where its paragraph names no other`() {
    check(
      "柳林镇也来学习。\n全镇有农户⟦700户⟧。", title: "清溪镇简介",
      paths: ["柳河县/清溪镇", "柳河县/柳林镇"], ["清溪镇"])
    check(
      "柳林镇也来学习。全镇有农户⟦700户⟧。", title: "清溪镇简介",
      paths: ["柳河县/清溪镇", "柳河县/柳林镇"], ["柳林镇"])
  }

  @Test func `an office from above does not move the news there`() {
    let paths = ["柳河县", "柳河县/清溪镇", "柳河县/清溪镇/石音村"]
    check(
      "在柳河县水利局的帮助下建水塔⟦3个⟧。", title: "石音村通水", paths: paths, offices: ["柳河县水利局"], ["石音村"])
    check("柳河县水利局建水塔⟦3个⟧。", title: "柳河县通水", paths: paths, offices: ["柳河县水利局"], ["柳河县"])
    check("柳河县共建水塔⟦3个⟧。", title: "石音村通水", paths: paths, ["柳河县"])
  }

  @Test func `a rank in the country leaves the place as it is`() {
    check("清溪镇种菇，规模全国领先，年产⟦700吨⟧。", paths: ["柳河县/清溪镇"], ["清溪镇"])
    check("清溪镇种菇，全国共产⟦700吨⟧。", paths: ["柳河县/清溪镇"], [nil])
  }

  @Test func `a pointer finds the place of its level`() {
    check(
      "柳河县的工作有序推进。清溪镇先行。全县共建⟦12个⟧。", paths: ["柳河县", "柳河县/清溪镇"], ["柳河县"])
    check("清溪镇先行。该镇建⟦3个⟧。", paths: ["柳河县", "柳河县/清溪镇"], ["清溪镇"])
    check("新锦小区焕然一新。我市改造⟦40个⟧。", paths: ["新锦小区"], [nil])
  }

  @Test func `a list of places gives their common place`() {
    check(
      "清溪镇在石音村、鹤泉村流转土地⟦700亩⟧。", paths: ["清溪镇", "清溪镇/石音村", "清溪镇/鹤泉村"], ["清溪镇"])
  }

  @Test func `a list that 等 closes gives the common place, whatever stands between`() {
    check(
      "清溪镇石音村农场、鹤泉村等⟦3个⟧合作社成立。", paths: ["清溪镇", "清溪镇/石音村", "清溪镇/鹤泉村"], ["清溪镇"])
    check("清溪镇石音村建库房、鹤泉村建水塔⟦3个⟧。", paths: ["清溪镇", "清溪镇/石音村", "清溪镇/鹤泉村"], ["鹤泉村"])
  }

  @Test func `a total is the article's`() {
    check(
      "鹤泉村建水塔⟦3个⟧。以上合计可蓄水⟦90吨⟧。", title: "清溪镇修水利", paths: ["清溪镇", "清溪镇/鹤泉村"],
      ["鹤泉村", "清溪镇"])
  }

  @Test func `public money is that of its level`() {
    check(
      "清溪镇先行，县级财政补助⟦40万元⟧。", paths: ["柳河县", "柳河县/清溪镇"], ["柳河县"])
  }

  @Test func `each number of a distribution has its own place`() {
    check(
      "石音村和鹤泉村分别有农户⟦5户⟧和⟦10户⟧。", paths: ["清溪镇", "清溪镇/石音村", "清溪镇/鹤泉村"],
      ["石音村", "鹤泉村"])
  }

  @Test func `the paragraph, then the headline, says what a sentence leaves out`() {
    check("清溪镇先行。共建小区⟦3个⟧。", paths: ["柳河县", "柳河县/清溪镇"], ["清溪镇"])
    check("共建小区⟦3个⟧。", title: "柳河县改造忙", paths: ["柳河县"], ["柳河县"])
    check("共建小区⟦3个⟧。", paths: [], [nil])
  }

  @Test func `a place inside a program's name is not what a number is about`() {
    check(
      "柳河县推进南安县至北安县公路等⟦16个⟧项目。", paths: ["柳河县", "南安县", "北安县"],
      programs: ["南安县至北安县公路"], ["柳河县"])
  }

  @Test func `the whole country is no place of the article`() {
    check("柳河县有小区⟦3个⟧，全国有⟦90个⟧。", paths: ["柳河县"], ["柳河县", nil])
  }

  @Test func `brackets keep their places to themselves`() {
    check(
      "柳河县受灾⟦9户⟧（其中清溪镇⟦3户⟧），转移⟦20人⟧。", paths: ["柳河县", "柳河县/清溪镇"],
      ["柳河县", "清溪镇", "柳河县"])
  }

  @Test func `a list opened by a place is told of by the place that holds it`() {
    check(
      "柳河县开工，清溪镇、草坪、沙湾等建安置点⟦6个⟧。", paths: ["柳河县", "柳河县/清溪镇"], ["柳河县"])
    check("清溪镇有学校、医院等⟦6个⟧单位。", paths: ["柳河县", "柳河县/清溪镇"], ["清溪镇"])
    check(
      "清溪镇石音村、鹤泉村新建⟦两个⟧水塔。", paths: ["清溪镇", "清溪镇/石音村", "清溪镇/鹤泉村"], ["清溪镇"])
  }

  @Test func `the members of a list set no scene`() {
    check(
      "街上有石音村、鹤泉村。\n人口⟦300人⟧。", title: "清溪镇概况",
      paths: ["清溪镇", "清溪镇/石音村", "清溪镇/鹤泉村"], ["清溪镇"])
  }

  @Test func `one of many is counted where the many are`() {
    check(
      "石音村成为⟦12个⟧试点村之一，修路⟦3公里⟧。", title: "清溪镇试点", paths: ["清溪镇", "清溪镇/石音村"],
      ["清溪镇", "石音村"])
  }

  @Test func `what happens within a place named behind the number is there`() {
    check(
      "柳河县⟦14个⟧部门入驻清溪镇。", paths: ["柳河县", "柳河县/清溪镇"], ["清溪镇"])
    check("柳河县⟦14名⟧干部在南安县学习。", paths: ["柳河县", "南安县"], ["柳河县"])
  }

  @Test func `a place is defined by the one that holds it`() {
    check(
      "石音村是清溪镇的一个村。修路⟦3公里⟧。", paths: ["清溪镇", "清溪镇/石音村"], ["石音村"])
  }

  @Test func `a standard is no place`() {
    check("柳河县增速为全国平均水平的⟦2倍⟧。", paths: ["柳河县"], ["柳河县"])
    check("清溪镇人均收入高出全县⟦300元⟧。", paths: ["柳河县", "柳河县/清溪镇"], ["清溪镇"])
    check("清溪镇收入在全县排第⟦3位⟧。", paths: ["柳河县", "柳河县/清溪镇"], ["清溪镇"])
  }

  @Test func `a route lies in the place of both its ends`() {
    check(
      "柳河县修建清溪镇至鹤泉镇公路⟦12公里⟧。", paths: ["柳河县", "柳河县/清溪镇", "柳河县/鹤泉镇"], ["柳河县"])
    check(
      "柳河县公路起于清溪镇，全长⟦12公里⟧。", paths: ["柳河县", "柳河县/清溪镇"], ["柳河县"])
  }
}
