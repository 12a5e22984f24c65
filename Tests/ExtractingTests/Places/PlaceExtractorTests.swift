import Model
import TestSupport
import Testing

@testable import Extracting

/// Place names are marked in the text; everything else is none.
@Suite struct PlaceExtractorTests {
  private func mentions(in body: String, title: String? = nil) -> [PlaceMention] {
    let article = Article(title: title.map { SourcedText($0) }, body: SourcedText(body))
    return extractPlaces(from: ExtractedArticle(article: article)).filter { $0.field == .body }
  }

  private func check(
    _ marked: String, title: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let expected = MarkedText(marked)
    let body = SourcedText(expected.text)
    #expect(
      mentions(in: expected.text, title: title).map { body.string($0.span) }
        == expected.spans.map(body.string), sourceLocation: sourceLocation)
  }

  private func check(
    names: [String], in body: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(mentions(in: body).map(\.name) == names, sourceLocation: sourceLocation)
  }

  @Test func `divisions in full and short form`() {
    check("⟦四川省⟧⟦绵阳市⟧⟦安州区⟧今年新建道路三条。")
    check("近日，⟦四川⟧⟦绵阳⟧⟦安州⟧⟦桑枣镇⟧举行比赛。")
    check("⟦阿坝州⟧和⟦凉山州⟧签订协议。")
    check("产品销往⟦广州⟧、⟦深圳⟧等地。")
  }

  @Test func `a county's short form needs support`() {
    check("党建安全生产两手抓，会同有关部门推进。")
    check("记者在⟦会同县⟧看到，⟦会同⟧的变化很大。")
    check("记者来到⟦会同县⟧，一路走遍⟦会同⟧")
  }

  @Test func `a division inside the name of something else`() {
    check("四川大学的专家来了。")
    check("南京板鸭和重庆火锅很受欢迎。")
    check("他在成都路买了一辆长安汽车。")
    check("孙某在⟦会泽县⟧⟦大桥乡⟧水磨小学教书。")
    check("四川省社会科学院发布报告。")
    check("⟦四川⟧山区和⟦湖南⟧山村的茶叶卖得好。")
    check("⟦东海县⟧招商，⟦东海⟧⟦高新区⟧签约。")
    check("列车到达上海南站，车上装着哈密瓜。")
    check("火车穿过大连山隧道，河南路封闭施工。")
    check("据《成都故事》一书记载，这里曾是码头。")
  }

  @Test func `ordinary words that look like names`() {
    check("当地被命名为示范县，项目覆盖6镇21村。")
    check("市局统一部署和县委要求很快落实。")
    check("当地发展一村一品，8村集中连片整村推进。")
    check("⟦安徽省⟧⟦和县⟧建了新路。")
    check("乡亲们足不出村就能办事，刘主任聊起村里的变化。")
    check("⟦河北省⟧⟦定州市⟧⟦明月店镇⟧的村镇面貌一新。")
    check("全社区的居民共建和平安宁的家园，日照充足。")
    check("他们来自东区和西区，住在老城区。")
    check("全县城乡环境整治，推进农村和乡镇建设。")
  }

  @Test func `places below the gazetteer by their form`() {
    check("⟦绵阳市⟧⟦安州区⟧⟦桑枣镇⟧⟦碧水湾小区⟧实施改造。")
    check("近日，⟦碧水湾小区⟧的居民搬进新居，⟦碧水湾小区⟧很热闹。")
    check("走进位于⟦清河社区⟧的⟦碧水湾小区⟧，绿树成荫。")
  }

  @Test func `kinds are no places`() {
    check("三无小区、老旧小区、书香小区和每个社区都要改造。")
    check("该小区有33个楼栋，推动物业服务进小区，参与社区治理。")
    check("全镇12个行政村、3个中心村全部通车，建设特色小镇。")
    check("引导老旧小区成立业委会，助力小区治理，为社区服务。")
  }

  @Test func `a list shares its head noun`() {
    check(
      names: ["敖平镇", "红岩村", "白鹤村", "石板村"], in: "敖平镇在红岩、白鹤、石板等村试点。")
    check(names: ["民乐社区", "兴华社区", "河沿社区"], in: "下辖民乐、兴华、河沿3个社区居委会。")
    check(names: ["张家港市", "杨舍镇", "金港镇"], in: "张家港市杨舍、金港两镇参加。")
  }

  @Test func `a committee's place is the village`() {
    check(names: ["敖平镇", "白鹤村", "李家村"], in: "在敖平镇白鹤村委会李家村，村民在种菜。")
  }

  @Test func `a short form later in the article`() {
    check("⟦碧水湾小区⟧建于2004年。如今，⟦碧水湾⟧焕然一新。")
  }

  @Test func `a housing area with and without its noun is one place`() {
    check(
      names: ["玉泉园", "玉泉园", "玉泉园"], in: "玉泉园建于1989年。在玉泉园小区，老人们很开心。玉泉园很美。")
  }

  @Test func `a zone bears the name of the place before it`() {
    check(names: ["白鹤村工业园区"], in: "企业进驻白鹤村工业园区。")
    check("⟦绵阳市⟧⟦涪江新区⟧开工。")
  }

  @Test func `the parent stands right before`() {
    let found = mentions(in: "绵阳市安州区桑枣镇、秀水镇和涪城区")
    #expect(found.map(\.parent) == [nil, 0, 1, 1, 0])
  }

  @Test func `a county of one character inside another word`() {
    check("企业积极响应县委号召，适应县域经济。")
    check("⟦应县⟧县委召开会议。")
  }

  @Test func `an office between a street and its community`() {
    check(names: ["永乐街道", "八亩坪村"], in: "他们到永乐街道办八亩坪村走访。")
    check(names: ["岱庙街道"], in: "岱庙办事处完成改制。")
  }

  @Test func `what opens a phrase is no part of a name`() {
    check("对⟦双井路社区⟧35号进行清理。")
    check("居民清理小区，推进园区建设，达到一流高新区水平。")
    check("嫌疑人逃到一小区内。")
  }

  @Test func `bare names in a list share the head noun of the last`() {
    check(
      names: ["柴坪镇", "石湾村", "冬瓜村", "柴坪村"], in: "带动柴坪镇石湾、冬瓜、柴坪村发展养蚕。")
    check(names: ["柴坪镇", "新声村"], in: "带动柴坪镇种植、养殖，建设新声村。")
  }

  @Test func `a zone bears the short form of its division`() {
    check(names: ["铜陵市", "铜陵", "铜陵经济技术开发区"], in: "铜陵市发展快，铜陵经济技术开发区签约。")
    check(names: ["高新区", "高新区"], in: "他在高新区调研，高新区管委会汇报。")
    check("⟦眉山⟧公安局⟦岷东新区⟧分局破案。")
  }

  @Test func `housing areas without the word for them`() {
    check("他住在蜀山街附近的⟦华兴苑⟧，邻居都认识。")
    check("民警来到⟦化肥厂家属院⟧走访。")
    check("这里是大家的精神家园，也是幸福家园。")
  }

  @Test func `counties in short form that a list or a verb of going supports`() {
    check("在⟦彭州⟧、⟦崇州⟧等地作案多起。")
    check("记者走进⟦安乡⟧生态养殖基地。")
    check("上海市政工程公司承建。")
    check("湖南正禾农场供应蔬菜。")
  }

  @Test func `a list of towns of any sort takes those of the region`() {
    check(
      "⟦天柱县⟧修路，惠及⟦石洞⟧、⟦高酿⟧、⟦远口⟧等乡镇。")
    check("全县种植、养殖、加工等乡镇企业发展快。")
    check("这是个苗族村寨，也是边远极贫村和新农村示范点。")
  }

  @Test func `a division's name that another word cuts is none`() {
    check("全年实施10项城市建设工程，改造20台州际列车。")
    check("江南区域知名，各区域互通。")
    check("黄河南岸、淮河北部、太湖南侧和天山南北的村民。")
    check("在全市交易平台中，成交45宗；舞台南侧坐满了人。")
    check("代表团从⟦台中⟧来到村里。")
    check("记者在⟦河南⟧部分地区看到。")
    check("四川在线消息，他在⟦四川⟧工作。")
  }

  @Test func `kinds and counts of villages are none`() {
    check("开工建设27条通村公路，续建通村水泥路。")
    check("实施农村公路村村通，选配村(居)民小组长。")
    check("⟦柳林县⟧⟦石湾村⟧村民来了。")
  }

  @Test func `a town the gazetteer does not know holds a village`() {
    check("该县继⟦青杏镇⟧⟦草坪村⟧之后又建一处。")
    check("让⟦七里桥乡⟧⟦七里桥村⟧村民难忘。")
    check("打造特色小镇美丽乡村，建设美丽城镇示范村。")
  }

  @Test func `a village may begin with 还 behind a place`() {
    check("⟦柳林县⟧⟦还乡岭村⟧种药材。")
    check("⟦柳林县⟧还有村没有通车。")
  }

  @Test func `a part of a housing area belongs to its name`() {
    check("⟦平房区⟧等地的⟦兴业家园B区⟧、⟦青松小区⟧完成回迁。")
    check(names: ["农行宿舍"], in: "农行宿舍老旧小区改造完工。")
    check("学生宿舍改造，职工宿舍搬迁。")
  }

  @Test func `a new village of farmers is a village`() {
    let levels = { (body: String) in mentions(in: body).last?.level }
    #expect(levels("柳林县石桥镇青松新村食堂开张，全村老人都来。") == .community)
    #expect(levels("柳林县石桥镇青松新村食堂开张，小区业主都来。") == .estate)
  }

  @Test func `a short town name may end like a full one`() {
    check(names: ["闻喜县", "河底", "东镇"], in: "闻喜县带动河底、东镇等乡镇种药材。")
  }

  @Test func `a street may bear any word`() {
    check("⟦建设路社区⟧开展活动，⟦和平里小区⟧改造。")
    check("建设社区，深入社区，加强小区管理。")
  }

  @Test func `a zone's name does not begin inside another word`() {
    check("⟦瓯江口产业集聚区⟧停水。", title: "通告")
    check(names: ["东海县", "东海", "东海高新区"], in: "东海县发展快，东海高新区签约。")
  }

  @Test func `a town of one character counts in its county`() {
    check("⟦陵城区⟧⟦糜镇⟧⟦杨家村⟧种辣椒，⟦糜镇⟧召开会议。")
    check("⟦陵城区⟧全镇动员，建小镇。")
  }

  @Test func `the committee of a village is no part of the next name`() {
    check(names: ["郁南县", "建城镇", "东一村", "梅花营村"], in: "郁南县建城镇东一村委梅花营村通水。")
    check("村民新修村组公路，改变村容村貌，建移民新村。")
  }

  @Test func `a word of staying or helping is no village`() {
    check("⟦柳林县⟧⟦石桥镇⟧驻村工作队住村以来，到帮扶村、低洼易涝村和所辖村走访。")
    check("校住村工作队第三批住村，村头村尾都是人，县镇村干部来了。")
    check("打造嵌入式社区、15分钟社区，同一小区的住户入住小区多年。")
    check("⟦柳林县⟧⟦石桥镇⟧⟦石湾村⟧建起两所村校。")
  }

  @Test func `who is posted to a village is no part of its name`() {
    check("县疾控中心驻⟦小寨村⟧工作队走访。")
    check("洪湖路（彩虹桥段）和⟦南岗村⟧停水。")
  }

  @Test func `a community or housing area that bears a village's name`() {
    check("⟦柳林县⟧⟦石桥镇⟧⟦李村社区⟧召开会议。")
    check("⟦青松新村小区⟧改造，⟦青松新村小区⟧的居民都说好。")
    check("⟦柳林县⟧建设牧民新村。")
  }

  @Test func `a natural village has its kind in its name`() {
    check("⟦柳林县⟧⟦石桥镇⟧⟦陈家寨自然村⟧通水，全镇有12个自然村。")
  }

  @Test func `an advance is a name, what advances is none`() {
    check("⟦柳林县⟧⟦前进社区⟧解决停车难，民警进社区。")
  }

  @Test func `a field in the south begins a name behind a place`() {
    check("⟦柳林县⟧⟦石湾村⟧⟦那造屯⟧通路。")
    check("⟦柳林县⟧那个村通路了，那些屯也通了。")
  }

  @Test func `a sound inside a long name is no hamlet`() {
    check("⟦柳林县⟧⟦玉斯屯克库勒村⟧打井。")
  }

  @Test func `ordinary words beside another city are one`() {
    check("他们来自⟦庆阳⟧、⟦天水⟧、⟦金昌⟧。")
    check("来自天水的孩子，安康、快乐、平安。")
  }

  @Test func `words of the country are no towns`() {
    check("发展乡村旅游，获评全国文明村镇。")
  }

  @Test func `a village may end like a kind behind a place`() {
    check("⟦柳林县⟧⟦石桥镇⟧⟦永兴村⟧和⟦柳林县⟧⟦石桥镇⟧⟦福山村⟧通水。")
    check("⟦柳林县⟧⟦石桥镇⟧深山村民下山，产业兴村，能人治村。")
  }

  @Test func `a part of a town and a zone are no part of the next name`() {
    check("⟦柳林县⟧⟦石桥镇⟧高山片区⟦南尾村⟧修路。")
    check("一条小河穿村而过，⟦柳林县⟧邻省两村联手治水。")
    check("可以方便⟦北城社区⟧群众出行，动员广大社区居民，告别脏乱差小区。")
  }

  @Test func `no city stands right behind a town`() {
    check(names: ["襄汾县", "古城镇", "西安平村"], in: "襄汾县古城镇西安平村用上自来水。")
  }

  @Test func `a place that another is likened to`() {
    check("这里素有“小丽江”之称，游客从⟦丽江⟧赶来。")
  }

  @Test func `a village before 乡村 makes no town`() {
    check("⟦柳林县⟧⟦石桥镇⟧⟦鸣凤村⟧乡村振兴走在前，是个农业大村。")
    check("新华社记者来到村里，据新华社电。")
  }
}
