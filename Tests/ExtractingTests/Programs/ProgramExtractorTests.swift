import Model
import Testing

@testable import Extracting

@Suite struct ProgramExtractorTests {
  /// Checks the names, each with its kind, that a body yields, in reading order.
  private func check(_ body: String, _ expected: [(String, ProgramKind)]) {
    checkPrograms(body, expected)
    for mention in programs(in: body) { #expect(mention.span.end <= body.unicodeScalars.count) }
  }

  private func checkNone(_ body: String) { check(body, []) }

  @Test func `a label takes the head noun behind it`() {
    check("该街道推行“四张表”工作法。", [("四张表工作法", .method)])
    check("柳林镇建立“2+6”院落协商治理体系，成效明显。", [("2+6院落协商治理体系", .mechanism)])
    check("昨日，“红石榴”便民服务平台上线。", [("红石榴便民服务平台", .platform)])
    check("举办“金秋杯”少儿书画大赛颁奖典礼。", [("金秋杯少儿书画大赛", .campaign)])
  }

  @Test(arguments: ["推进“一”变“三有”工程，", "推进“全”变“到位”行动，", "“散”变“聚合”"])
  func `a label whose first part is one character harms nobody`(body: String) {
    for mention in programs(in: body) { #expect(mention.span.end <= body.unicodeScalars.count) }
  }

  @Test func `a label that ends with a head noun is a name by itself`() {
    check("全面打响“碧水攻坚战”，", [("碧水攻坚战", .campaign)])
    check("开展“邻居节”活动。", [("邻居节", .campaign)])
  }

  @Test func `a verb makes a program of a label without head noun`() {
    check("社区创新推出“楼下的客人”，居民点赞。", [("楼下的客人", .mechanism)])
    check("全镇开展“板凳听音”，收集意见。", [("板凳听音", .campaign)])
    checkNone("大家称他为“楼下的客人”。")
  }

  @Test func `sums, refrains and changes are labels by their form`() {
    check("“党建+民宿”让居民走到一起。", [("党建+民宿", .mechanism)])
    check("医保大厅“一窗受理、一次办结”。", [("一窗受理、一次办结", .mechanism)])
    check("推进“四无”变“四有”工作。", [("四无变四有", .target)])
  }

  @Test func `labels of a list share verb and head noun`() {
    check(
      "开展“读书日”“健步日”等活动。", [("读书日", .campaign), ("健步日", .campaign)])
    check(
      "推行“党建+院坝”“党建+夜校”和“党建+调解”。",
      [("党建+院坝", .mechanism), ("党建+夜校", .mechanism), ("党建+调解", .mechanism)])
  }

  @Test func `a name known all over the country may stand half in marks`() {
    check("有关“放管服”改革的部署，", [("放管服改革", .mechanism)])
    check("推进“四好农村路”建设。", [("四好农村路", .project)])
  }

  @Test func `a theme is none, a theme's campaign is one`() {
    check("“山海同心——百镇千渔行”主题宣传活动启动。", [("山海同心——百镇千渔行主题宣传活动", .campaign)])
    checkNone("晚会以“山海同心”为主题，")
    checkNone("画出“山海同心”主题海报。")
  }

  @Test func `channels of others are no platforms`() {
    checkNone("通过“抖音”“视频号”“公众号”等平台发布预告。")
    checkNone("县里开通“公众号”，推出“微信公众号”。")
    check("县里开通“柳林水务”公众号。", [("柳林水务公众号", .platform)])
  }

  @Test func `a list of deeds shares its class`() {
    check(
      "实施白河流域综合治理、柳林水库供水等项目28个。",
      [("白河流域综合治理项目", .project), ("柳林水库供水项目", .project)])
  }

  @Test func `a counted class or a numbered part is no name`() {
    checkNone("重点实施10大工程项目。")
    checkNone("污水处理二期二阶段工程开工。")
    checkNone("含30项道路桥梁工程、城市道路工程。")
  }

  @Test func `a road or river makes a project's name`() {
    check("飞云路西延工程总投资1200万元。", [("飞云路西延工程", .project)])
    checkNone("农村公路工程进展顺利，思路工程不提。")
  }

  @Test func `occasions stand behind a name`() {
    check("深入推进乡风文明提升三年行动工作，", [("乡风文明提升三年行动", .campaign)])
  }

  @Test func `slogans and metaphors are none`() {
    checkNone("打通服务群众“最后一公里”。")
    checkNone("按照“谁家孩子谁家抱”的原则，")
    checkNone("以“真心换真情”为宗旨，")
    checkNone("打造基层治理的“柳林样板”。")
    checkNone("延伸服务“触角”，当好“店小二”。")
    checkNone("实现服务“全覆盖”“零距离”。")
    checkNone("抓好“一个统筹”，建强“一支队伍”。")
    checkNone("他说：“我们一定要把这件事办好。”")
  }

  @Test func `a distinctive phrase with a head noun needs no marks`() {
    check("柳林水库扩建工程已完工。", [("柳林水库扩建工程", .project)])
    check("启动秋冬季农田水利建设攻坚行动。", [("秋冬季农田水利建设攻坚行动", .campaign)])
    check("严格执行项目会商制、清单销号制和周报制。", [("项目会商制", .mechanism), ("清单销号制", .mechanism)])
    checkNone("一批重点工程和民生项目加快推进。")
    checkNone("不断健全长效机制，完善监督制度。")
    checkNone("各部门迅速行动。")
  }

  @Test func `names known everywhere need nothing else`() {
    check("依托雪亮工程，社区更安全。", [("雪亮工程", .project)])
    check("全市河长制持续发力。", [("河长制", .mechanism)])
  }

  @Test func `a document that is issued is a mechanism`() {
    check("县里出台《关于扶持小微企业的八条措施》。", [("关于扶持小微企业的八条措施", .mechanism)])
    checkNone("组织干部学习《中华人民共和国民法典》。")
    checkNone("歌曲《春天的故事》响起。")
  }

  @Test func `a list names projects before their class`() {
    check(
      "启动城东大桥、滨河大道延伸段等8个交通项目。",
      [("城东大桥", .project), ("滨河大道延伸段", .project)])
    checkNone("推进屋面、外墙、门窗等工程。")
  }

  @Test func `edition words are left out`() {
    check("第六届龙舟文化节开幕。", [("龙舟文化节", .campaign)])
  }

  @Test func `a manner needs a head noun`() {
    check("把中心建成“一站式”纠纷多元化解阵地。", [("一站式纠纷多元化解阵地", .platform)])
    checkNone("打造“一站式”,提供“保姆式”。")
    checkNone("巩固“宣传阵地”，打造“文化阵地”。")
    checkNone("当好“主阵地”。")
  }

  @Test func `another name for what was named before is none`() {
    check(
      "柳林水库扩建工程竣工。这项惠及百姓的“润心工程”获好评。", [("柳林水库扩建工程", .project)])
    check("这就是“润心工程”。", [("润心工程", .project)])
  }

  @Test func `aims side by side are none`() {
    checkNone("推行“管理精细化、服务人性化、协同高效化”。")
  }

  @Test func `a function is a slogan, a system of functions none`() {
    check("构建调解、接访、普法“三位一体”功能体系。", [("三位一体功能体系", .mechanism)])
    checkNone("发挥“三位一体”功能。")
  }

  @Test func `an activity is one by its label alone`() {
    check("自“绿色院坝”活动开展以来,村里更美。", [("绿色院坝活动", .campaign)])
    check("县里开展\"柚子节\"活动。", [("柚子节", .campaign)])
    checkNone("“六一”活动精彩。“双过半”是目标。")
  }

  @Test func `a label's plan is one, a theme's campaign too before other words`() {
    check("实施“归巢”计划,", [("归巢计划", .project)])
    check("“青春e周”主题宣传活动采访团走进柳林县。", [("青春e周主题宣传活动", .campaign)])
    check("县里印发《柳林县河道保护三年计划》。", [("柳林县河道保护三年计划", .mechanism)])
  }

  @Test func `laws, arrests and words that only end like a head noun are none`() {
    checkNone("根据《中华人民共和国土地管理法》,实行交通管制。")
    checkNone("民警在园区进行抓捕行动,干部用实际行动践行诺言,开展了多次整治行动。")
    checkNone("产业是“一号工程”,关爱“两癌”妇女,迎接“两会”。")
  }

  @Test func `a count behind labels only sums them up`() {
    check(
      "社区打造“邻家荟”“乐龄园”两大品牌。", [("邻家荟", .mechanism), ("乐龄园", .mechanism)])
    check("推动“百人评机关”活动深入开展。", [("百人评机关活动", .campaign)])
    checkNone("第五届邻里会今日召开。")
  }

  @Test func `a known name is one though it ends like praise`() {
    check("坚持和发展新时代“枫桥经验”,", [("枫桥经验", .mechanism)])
    checkNone("形成了“柳林经验”。")
  }
}
