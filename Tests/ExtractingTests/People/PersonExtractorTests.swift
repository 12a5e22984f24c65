import Model
import Testing

@testable import Extracting

@Suite struct PersonExtractorTests {
  /// Checks the people a body yields as `role name` or the name alone, each once.
  private func check(
    _ body: String, places: [String] = [], bylines: [String] = [], _ expected: [String]
  ) {
    var article = Article(body: SourcedText(body))
    article.bylines = bylines.map { Byline(name: $0, role: nil) }
    var extracted = ExtractedArticle(article: article)
    extracted.places = ExtractingSample.mentions(of: places, in: body)
    extracted.organizations = extractOrganizations(from: extracted)
    var found: [String] = []
    for mention in extractPeople(from: extracted) {
      let person = mention.role.map { "\($0) \(mention.name)" } ?? mention.name
      if !found.contains(where: { $0.hasSuffix(mention.name) }) { found.append(person) }
    }
    #expect(found == expected, "\(body)")
  }

  @Test func `an office stands before the name`() {
    check("柳林县水务局局长王建国表示，", places: ["柳林县"], ["柳林县水务局局长 王建国"])
    check("该社区党支部副书记李敏说：", ["社区党支部副书记 李敏"])
    check("市委常委、宣传部部长、县委书记陈莲出席", ["市委常委、宣传部部长、县委书记 陈莲"])
    check("县长向明业到场", ["县长 向明业"])
  }

  @Test func `a calling stands before the name without its place`() {
    check("村民阿依古丽·买买提竖起大拇指", ["村民 阿依古丽·买买提"])
    check("果农赵幸民说", ["果农 赵幸民"])
    check("37岁的孙富强，去年回到家乡", ["孙富强"])
    check("康乐社区居民刘秀华告诉记者", places: ["康乐社区"], ["居民 刘秀华"])
    check("石桥村村民赵大勇正在浇水", places: ["石桥村"], ["石桥村村民 赵大勇"])
  }

  @Test func `a list shares its role`() {
    check("业主王芳、李建国、张平等人提出", ["业主 王芳", "业主 李建国", "业主 张平"])
    check("选举孙丽为柳林县书法学会会长，", ["柳林县书法学会会长 孙丽"])
    check("王芳、李建国为副会长。", ["副会长 王芳", "副会长 李建国"])
  }

  @Test func `an office may follow the name`() {
    check("会上，陈芬秘书长作报告。", ["秘书长 陈芬"])
  }

  @Test func `a person who speaks needs no role`() {
    check("邱桂香说，日子好过了。", ["邱桂香"])
  }

  @Test func `a name found once is found again`() {
    let body = "主任顾丽介绍，活动很受欢迎。居民常找顾丽帮忙。"
    let extracted = ExtractedArticle(article: Article(body: SourcedText(body)))
    #expect(extractPeople(from: extracted).map(\.name) == ["顾丽", "顾丽"])
  }

  @Test func `surnames alone and those who made the article are none`() {
    check("居民张大妈和黄大爷说，李女士、王先生也来了。", [])
    check("记者周敏摄", [])
    check("仪式上午举行，王芳、李建国、赵梅出席仪式。", ["王芳", "李建国", "赵梅"])
    check("主任赵强说，", bylines: ["赵强"], [])
  }

  @Test func `words that start like a name are none`() {
    check("主任高度重视，居民安全得到保障，群众满意度提升。", [])
    check("负责人介绍，党员干部带头。", [])
  }

  @Test func `a surname of two characters may read as a word`() {
    check("主任东方亮表示，", ["主任 东方亮"])
    check("村民司徒建国说", ["村民 司徒建国"])
    check("东方航空开通航线，居民第五次领到补贴，主任第五个到场", [])
  }

  @Test func `names of other peoples are read whole`() {
    check("村支书阿依古丽·买买提说", ["村支书 阿依古丽·买买提"])
  }

  @Test func `an office follows a name behind a part of a body`() {
    check("内科林志平主任、妇产科陈豪副主任参加义诊", ["主任 林志平", "副主任 陈豪"])
    check("外科主任王彤、麻醉科副主任刘文杰", ["外科主任 王彤", "麻醉科副主任 刘文杰"])
    check("麻醉科副主任到场，领导和群众欢迎", [])
  }

  @Test func `a name that is told or described`() {
    check("民警得知他叫王建伟，家住城南", ["王建伟"])
    check("邓国华，男，今年56岁，属于本村特困户。", ["邓国华"])
    check("高度，今年有所提高。", [])
  }

  @Test func `those who lead a place are named by its level`() {
    check("市领导宋建军、李敏参加", ["市领导 宋建军", "市领导 李敏"])
  }

  @Test func `members of a school behind its name`() {
    check("柳林县育才小学王芳、李国强等十名教师获奖", places: ["柳林县"], ["王芳", "李国强"])
    check("柳林县育才小学高度重视安全", places: ["柳林县"], [])
    check("区政协副主席何家明到场，何家庄变了样", ["区政协副主席 何家明"])
  }

  @Test func `a name ends before a verb, a list before its number`() {
    check("班长张东用撬棍打开车门，村民修路的愿望实现了", ["班长 张东"])
    check("任建国、蔡平、林志远3名党员干部来到村里", ["党员干部 任建国", "党员干部 蔡平", "党员干部 林志远"])
    check("江南市公安局民警陈孝平赶到", places: ["江南市"], ["江南市公安局民警 陈孝平"])
  }

  @Test func `an office behind the name of one of a body of a level`() {
    check("区住建局宋建新主任带队", ["区住建局主任 宋建新"])
    check("由县长任组长，乡长任副组长", [])
    check("单位负责人全程参加，所长高峰到场", ["所长 高峰"])
  }

  @Test func `an elder or a pupil is called so behind the name`() {
    check("青松新村的吴子恕老人来到食堂", ["老人 吴子恕"])
    check("李国强同学和赵敏先生得奖", ["同学 李国强", "赵敏"])
    check("孤寡老人和高龄老人，农村老人", [])
  }

  @Test func `a caption names who speaks behind a space`() {
    check("养殖户 林月明：“猪长得好。”", ["养殖户 林月明"])
    check("致富路上的养殖户 高度重视防疫", [])
  }

  @Test func `a place that begins inside is no end of a name`() {
    check("业主代表向东兴街道办送上锦旗", places: ["东兴街道"], [])
    check("负责人陈杰高兴地说，村民戴顺奇满面笑容", ["负责人 陈杰", "村民 戴顺奇"])
  }

  @Test func `the end of a name is no second person`() {
    check("局长王建国说，建国书记很忙", ["局长 王建国"])
  }

  @Test func `a long list is read whole, and from each of its members`() {
    let names = ["王芳", "李建国", "赵梅", "陈平"]
    check("\(names.joined(separator: "、"))出席仪式", names)
    check("高度、\(names.joined(separator: "、"))为副会长。", names.map { "副会长 \($0)" })
  }

  @Test func `a role in a text without any mark has an end`() {
    let body = String(repeating: "石桥村党支部书记王芳", count: 40)
    let extracted = ExtractedArticle(article: Article(body: SourcedText(body)))
    let roles = extractPeople(from: extracted).compactMap(\.role)
    #expect(!roles.isEmpty && roles.allSatisfy { $0.unicodeScalars.count <= 64 })
  }

  @Test func `words are counted by where names may start`() {
    let counts = WordCounts(Array("王芳和王芳菲、王芳".unicodeScalars), starts: [0, 3, 7])
    #expect(counts.count(of: 0..<2) == 3)
    #expect(counts.count(of: 3..<6) == 1)
  }

  @Test func `a name without a surname is told by its sounds`() {
    check("合作社理事长次仁旺堆说", ["合作社理事长 次仁旺堆"])
    check("牧民乌云毕力格高兴地说", ["牧民 乌云毕力格"])
    check("热依汗古丽·阿不都热合曼来到石桥村", places: ["石桥村"], ["热依汗古丽·阿不都热合曼"])
    check("业主武先生说，居民多次要求，居民楼加装电梯", [])
    check("村民艾山·买买提说。艾山高兴地笑了，艾山高兴。", ["村民 艾山·买买提"])
  }

  @Test func `what a person is tells the name`() {
    check("王明芳是柳林县实验中学教师。", ["柳林县实验中学教师 王明芳"])
    check("时任石桥村村委会主任的王建国召集大家", places: ["石桥村"], ["石桥村村委会主任 王建国"])
    check("两位医生——王明芳、李建国，", ["两位医生 王明芳", "两位医生 李建国"])
    check("高兴是一种能力，黄金是商品。", [])
  }

  @Test func `three names in a list are people`() {
    check("授予王明芳、李建国、赵梅“先进个人”称号", ["王明芳", "李建国", "赵梅"])
    check("表彰的两人：王明芳、李建国。", ["王明芳", "李建国"])
    check("王明芳等10名同志受到表彰", ["王明芳"])
    check("种植高粱、黄豆、白菜，", [])
    check("向日葵、金银花、何首乌等", [])
  }

  @Test func `a whole name that comes back is a person`() {
    check("王建国凭借双手致富。后来，王建国办起了工厂。", ["王建国"])
    check("王建国凭借双手致富。", [])
    check("白龙山也很美，白龙山也高。", [])
  }

  @Test func `a lady or gentleman is named in full`() {
    check("爱心书架基金王丽辉女士到场", ["王丽辉"])
    check("爱心书架基金王女士到场", [])
  }

  @Test func `a name ends before a word of time`() {
    check("所长刘健晚上值班", ["所长 刘健"])
    check("村民徐兴有说", ["村民 徐兴有"])
  }

  @Test func `what bounds other names may end this one`() {
    check("镇党委书记王安和向大家介绍", ["镇党委书记 王安和"])
    check("县图书馆馆长樊建设参加", ["县图书馆馆长 樊建设"])
    check("主任王芳和李明一起到场", ["主任 王芳", "主任 李明"])
  }

  @Test func `a pair and a list are told by their number`() {
    check("特别是王芳和李建国二人演唱的歌曲", ["王芳", "李建国"])
    check("王建国等17名外出创业者捐款", ["外出创业者 王建国"])
    check("方案安全可行、经济实用、美观大方", [])
  }
}
