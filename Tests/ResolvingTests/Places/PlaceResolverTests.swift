import Extracting
import Model
import Testing

@testable import Resolving

/// Paths and codes of the places of short articles.
@Suite struct PlaceResolverTests {
  private func records(
    _ body: String, title: String? = nil, source: String? = nil, dateline: String? = nil
  ) -> [PlaceRecord] {
    let article = Article(
      title: title.map { SourcedText($0) }, source: source, dateline: dateline,
      body: SourcedText(body))
    return resolvePlaces(extract(from: article)).records
  }

  private func check(
    _ body: String, title: String? = nil, source: String? = nil, dateline: String? = nil,
    _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = records(body, title: title, source: source, dateline: dateline).map {
      $0.pathText + ($0.own.adcode.map { " \($0)" } ?? "")
    }
    #expect(found == expected, sourceLocation: sourceLocation)
  }

  @Test func `a county named alone gets its city and province`() {
    check("绵竹市新建公园。", ["四川省/德阳市/绵竹市 510683"])
    check("徐汇区新建公园。", ["上海市/徐汇区 310104"])
    check("仙桃市新建公园。", ["湖北省/仙桃市 429004"])
  }

  @Test func `a stated parent decides between namesakes`() {
    check(
      "达州市通川区朝阳街道新建公园。",
      ["四川省/达州市 511700", "四川省/达州市/通川区 511702", "四川省/达州市/通川区/朝阳街道"])
    check("长春市朝阳区新建公园。", ["吉林省/长春市 220100", "吉林省/长春市/朝阳区 220104"])
  }

  @Test func `dateline and home decide between namesakes`() {
    check("朝阳街道新建公园。", source: "达州日报", ["四川省/达州市/通川区/朝阳街道"])
    check("鼓楼区新建公园。", dateline: "福州", ["福建省/福州市/鼓楼区 350102"])
  }

  @Test func `other places of the article decide between namesakes`() {
    check(
      "台江区和鼓楼区新建公园。", ["福建省/福州市/台江区 350103", "福建省/福州市/鼓楼区 350102"])
  }

  @Test func `what cannot be decided keeps its candidates and gets no code`() throws {
    let place = try #require(records("鼓楼区新建公园。").first)
    #expect(place.path.map(\.name) == ["鼓楼区"])
    #expect(place.own.adcode == nil)
    #expect(place.candidates.count == 4)
    #expect(place.candidates.contains("江苏省/南京市/鼓楼区"))
  }

  @Test func `Jilin may be the province or the city`() {
    check("吉林长春市新建公园。", ["吉林省 220000", "吉林省/长春市 220100"])
    #expect(records("吉林新建公园。").first?.own.adcode == nil)
  }

  @Test func `a former unit keeps its name and bears its successor's code`() {
    check("福建省长乐市发生火灾。", ["福建省 350000", "福建省/福州市/长乐市 350112"])
    check(
      "沙县高砂镇新建公园。", ["福建省/三明市/沙县 350405", "福建省/三明市/沙县/高砂镇"])
    check("双流新建公园，双流区很热闹。", ["四川省/成都市/双流区 510116"])
  }

  @Test func `an autonomous unit in everyday form gets its full name`() {
    check("阿坝州茂县新建公园。", ["四川省/阿坝藏族羌族自治州 513200", "四川省/阿坝藏族羌族自治州/茂县 513223"])
  }

  @Test func `a housing area lies where the text puts it`() {
    check(
      "近日，碧水湾小区完成改造。碧水湾小区位于绵阳市安州区桑枣镇清河社区，建于2004年。",
      [
        "四川省/绵阳市/安州区/桑枣镇/清河社区/碧水湾小区", "四川省/绵阳市 510700", "四川省/绵阳市/安州区 510705",
        "四川省/绵阳市/安州区/桑枣镇", "四川省/绵阳市/安州区/桑枣镇/清河社区",
      ])
  }

  @Test func `a place the gazetteer does not know is kept`() {
    check("绵竹市云上湾社区新建公园。", ["四川省/德阳市/绵竹市 510683", "四川省/德阳市/绵竹市/云上湾社区"])
  }

  @Test func `a shorter name later means the same housing area`() {
    let places = records("绵竹市利民家园小区完成改造。近日，利民小区很热闹。")
    #expect(places.map(\.name) == ["绵竹市", "利民家园小区"])
    #expect(places.last?.mentions == 2)
  }

  @Test func `a seat comes with the place`() throws {
    let place = try #require(records("徐汇区新建公园。").first)
    #expect(abs((place.longitude ?? 0) - 121.43) < 0.05)
  }

  @Test func `mentions of all forms are counted`() throws {
    let places = records("绵竹市新建公园。绵竹的公园很美。", title: "绵竹:公园很美")
    #expect(places.map(\.mentions) == [3])
  }

  @Test func `a list after a town and a colon lies in the town`() {
    check(
      "霞浦县松城街道：彩虹湾社区、金沙湾社区。",
      [
        "福建省/宁德市/霞浦县 350921", "福建省/宁德市/霞浦县/松城街道",
        "福建省/宁德市/霞浦县/松城街道/彩虹湾社区", "福建省/宁德市/霞浦县/松城街道/金沙湾社区",
      ])
  }

  @Test func `two equally near namesakes stay undecided`() throws {
    let places = records("福州市和南京市的客人参观鼓楼区。")
    #expect(places.map(\.own.adcode?.description) == ["350100", "320100", nil])
    #expect(places.last?.candidates.count == 4)
  }

  @Test(arguments: [
    ("东莞市虎门镇新建公园。", "广东省/东莞市/虎门镇"), ("石河子市新建公园。", "新疆维吾尔自治区/石河子市"),
    ("济源市新建公园。", "河南省/济源市"), ("浦东新区新建公园。", "上海市/浦东新区"),
    ("海南州共和县新建公园。", "青海省/海南藏族自治州/共和县"), ("襄樊市新建公园。", "湖北省/襄樊市"),
    ("北京市朝阳区新建公园。", "北京市/朝阳区"), ("恩施州恩施市新建公园。", "湖北省/恩施土家族苗族自治州/恩施市"),
    ("哈市南岗区新建公园。", "黑龙江省/哈尔滨市/南岗区"), ("江苏南京鼓楼区新建公园。", "江苏省/南京市/鼓楼区"),
  ])
  func `hard cases of addresses`(body: String, path: String) {
    #expect(records(body).last?.pathText == path)
  }

  @Test func `a zone lies in the division whose short form it bears`() {
    check("浙江商人来访，常熟东南经济开发区签约。", ["浙江省 330000", "江苏省/苏州市/常熟市/常熟东南经济开发区"])
  }

  @Test func `what a community is said to manage lies in it`() {
    check(
      "绵阳市安州区桑枣镇清河社区，其管辖的碧水湾小区完成改造。",
      [
        "四川省/绵阳市 510700", "四川省/绵阳市/安州区 510705", "四川省/绵阳市/安州区/桑枣镇",
        "四川省/绵阳市/安州区/桑枣镇/清河社区", "四川省/绵阳市/安州区/桑枣镇/清河社区/碧水湾小区",
      ])
  }
}
