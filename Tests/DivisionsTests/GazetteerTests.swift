import Divisions
import Model
import Testing

/// Paths and codes of the hard cases: a name with the path it must have.
@Suite struct GazetteerTests {
  private let gazetteer = Gazetteer.shared

  private func check(
    _ path: String, _ code: UInt32?, abolished: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let name = String(path.split(separator: "/").last ?? "")
    let found = gazetteer.named(name).map(\.id).filter { gazetteer.pathText(of: $0) == path }
    #expect(found.count == 1, "\(path)", sourceLocation: sourceLocation)
    guard let id = found.first else { return }
    let division = gazetteer.division(id)
    #expect(division.adcode?.rawValue == code, "\(path)", sourceLocation: sourceLocation)
    #expect(division.isAbolished == abolished, "\(path)", sourceLocation: sourceLocation)
  }

  private func check(
    short name: String, means paths: Set<String>, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = gazetteer.named(name).map(\.id).filter { gazetteer.level(of: $0) != .town }
      .filter { gazetteer.level(of: $0) != .community && !gazetteer.isAbolished($0) }
    #expect(
      Set(found.map(gazetteer.pathText(of:))) == paths, "\(name)", sourceLocation: sourceLocation)
  }

  @Test(
    arguments: [
      ("北京市", 110000), ("北京市/朝阳区", 110105), ("上海市/徐汇区", 310104), ("天津市/滨海新区", 120116),
      ("重庆市/渝中区", 500103), ("重庆市/石柱土家族自治县", 500240),
    ] as [(String, UInt32)])
  func `municipalities have no city level`(path: String, code: UInt32) { check(path, code) }

  @Test(
    arguments: [
      ("湖北省/仙桃市", 429004), ("河南省/济源市", 419001), ("海南省/琼海市", 469002),
      ("湖北省/神农架林区", 429021), ("新疆维吾尔自治区/石河子市", 659001),
      ("新疆维吾尔自治区/铁门关市", 659006), ("海南省/保亭黎族苗族自治县", 469029),
    ] as [(String, UInt32)])
  func `counties right below the province`(path: String, code: UInt32) { check(path, code) }

  @Test(arguments: ["广东省/东莞市/虎门镇", "广东省/中山市/小榄镇", "甘肃省/嘉峪关市/新城镇", "海南省/儋州市/那大镇"])
  func `cities without counties have towns`(path: String) { check(path, nil) }

  @Test(
    arguments: [
      ("四川省/阿坝藏族羌族自治州", 513200), ("四川省/阿坝藏族羌族自治州/阿坝县", 513231),
      ("云南省/西双版纳傣族自治州/景洪市", 532801), ("湖北省/恩施土家族苗族自治州/恩施市", 422801),
      ("新疆维吾尔自治区/巴音郭楞蒙古自治州/库尔勒市", 652801), ("内蒙古自治区/锡林郭勒盟/锡林浩特市", 152502),
      ("四川省/绵阳市/北川羌族自治县", 510726),
    ] as [(String, UInt32)])
  func `autonomous units and leagues`(path: String, code: UInt32) { check(path, code) }

  @Test(
    arguments: [
      ("福建省/福州市/长乐市", 350112), ("四川省/凉山彝族自治州/会理县", 513402), ("福建省/三明市/沙县", 350405),
      ("四川省/成都市/双流县", 510116), ("四川省/成都市/新津县", 510118), ("北京市/宣武区", 110102),
      ("上海市/闸北区", 310106), ("湖北省/襄樊市", 420600), ("安徽省/巢湖市", 340181),
      ("四川省/遂宁市/市中区", 510903), ("江苏省/苏州市/平江区", 320508), ("浙江省/杭州市/下城区", 330105),
      ("黑龙江省/伊春市/乌马河区", 230717), ("吉林省/四平市/公主岭市", 220184), ("四川省/达州市/达县", 511703),
      ("陕西省/宝鸡市/凤翔县", 610305), ("浙江省/台州市/玉环县", 331083),
      ("山西省/晋中市/榆次市", 140702), ("山西省/晋中市/太谷县", 140703), ("浙江省/金华市/金华县", 330703),
      ("江西省/抚州市/临川市", 361002), ("河北省/石家庄市/桥东区", 130102), ("广东省/广州市/芳村区", 440103),
      ("四川省/内江市/安岳县", 512021), ("河南省/安阳市/郊区", 410506),
    ] as [(String, UInt32)])
  func `units that no longer exist lead to their successors`(path: String, code: UInt32) {
    check(path, code, abolished: true)
  }

  @Test func `a change has its year and, where known, its day`() throws {
    func change(_ path: String) throws -> Division {
      let name = String(path.split(separator: "/").last ?? "")
      let id = try #require(
        gazetteer.named(name).map(\.id).first { gazetteer.pathText(of: $0) == path })
      return gazetteer.division(id)
    }
    #expect(try change("四川省/成都市/双流县").endYear == 2015)
    #expect(try change("四川省/凉山彝族自治州/会理县").endDate?.description == "2021-02-01")
    let town = try change("四川省/成都市/双流区/兴隆镇")
    #expect(town.successor.map(gazetteer.pathText(of:)) == "四川省/成都市/双流区/兴隆街道")
    #expect(town.endYear == nil)
  }

  @Test func `short and everyday forms`() {
    check(short: "阿坝", means: ["四川省/阿坝藏族羌族自治州", "四川省/阿坝藏族羌族自治州/阿坝县"])
    check(short: "阿坝州", means: ["四川省/阿坝藏族羌族自治州"])
    check(short: "北川县", means: ["四川省/绵阳市/北川羌族自治县"])
    check(short: "遂宁", means: ["四川省/遂宁市"])
    check(short: "达州", means: ["四川省/达州市"])
    check(short: "温江", means: ["四川省/成都市/温江区"])
    check(short: "浦东", means: ["上海市/浦东新区"])
    check(short: "内蒙古", means: ["内蒙古自治区"])
    check(short: "吉林", means: ["吉林省", "吉林省/吉林市"])
    check(short: "克州", means: ["新疆维吾尔自治区/克孜勒苏柯尔克孜自治州"])
    check(short: "察右后旗", means: ["内蒙古自治区/乌兰察布市/察哈尔右翼后旗"])
    check(short: "达茂旗", means: ["内蒙古自治区/包头市/达尔罕茂明安联合旗"])
    check(short: "沙", means: [])
    check(short: "城", means: [])
  }

  @Test func `counties that share a name`() {
    check(short: "朝阳区", means: ["北京市/朝阳区", "吉林省/长春市/朝阳区"])
    check(
      short: "鼓楼区",
      means: ["江苏省/南京市/鼓楼区", "江苏省/徐州市/鼓楼区", "福建省/福州市/鼓楼区", "河南省/开封市/鼓楼区"])
    check(short: "城关区", means: ["甘肃省/兰州市/城关区", "西藏自治区/拉萨市/城关区"])
  }

  @Test func `development zones bear no code`() throws {
    let zone = try #require(gazetteer.named("成都高新技术产业开发区").first).id
    #expect(gazetteer.level(of: zone) == .zone)
    #expect(gazetteer.adcode(of: zone) == nil)
    #expect(gazetteer.pathText(of: zone) == "四川省/成都市/成都高新技术产业开发区")
  }

  @Test func `communities and villages are found by their whole name`() {
    let paths = gazetteer.villages(named: Array("三皇桥社区".unicodeScalars)[...])
      .map(gazetteer.pathText(of:))
    #expect(paths.contains("上海市/嘉定区/嘉定镇街道/三皇桥社区"))
    #expect(gazetteer.villages(named: Array("村".unicodeScalars)[...]).isEmpty)
    #expect(gazetteer.villages(named: Array("没有这个名字的村".unicodeScalars)[...]).isEmpty)
  }

  @Test func `matches are longest first and say their form`() {
    let text = Array("在四川省成都市双流区".unicodeScalars)
    let first = gazetteer.matches(in: text, at: 1)
    #expect(first.map(\.length) == [3, 2])
    #expect(first.map { $0.meanings.map(\.form) } == [[.full], [.short]])
    #expect(gazetteer.longestMatch(in: text, at: 0) == nil)
    #expect(gazetteer.longestMatch(in: text, at: 4, end: 6)?.length == 2)
  }

  @Test func `a county has its seat`() throws {
    let id = try #require(gazetteer.named("徐汇区").first).id
    let seat = try #require(gazetteer.seat(of: id))
    #expect(abs(seat.longitude - 121.43) < 0.05)
    #expect(abs(seat.latitude - 31.18) < 0.05)
  }

  @Test func `every division lies in one above it`() {
    for number in 0..<gazetteer.divisionCount {
      let id = DivisionID(rawValue: UInt32(number))
      #expect((gazetteer.parent(of: id) == nil) == (gazetteer.level(of: id) == .province))
      #expect(!gazetteer.path(of: id).isEmpty)
    }
  }
}
