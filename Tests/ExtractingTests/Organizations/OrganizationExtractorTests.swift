import Model
import Testing

@testable import Extracting

@Suite struct OrganizationExtractorTests {
  /// Checks the names a body yields; `places` are marked where they are printed.
  private func check(_ body: String, places: [String] = [], _ expected: [String]) {
    var extracted = ExtractedArticle(article: Article(body: SourcedText(body)))
    extracted.places = ExtractingSample.mentions(of: places, in: body)
    #expect(extractOrganizations(from: extracted).map(\.name) == expected, "\(body)")
  }

  @Test func `an office goes with the place before it`() {
    check("记者从柳林县水务局获悉", places: ["柳林县"], ["柳林县水务局"])
    check("江南市柳林县住房和城乡建设局介绍", places: ["江南市", "柳林县"], ["江南市柳林县住房和城乡建设局"])
    check("柳林县行政审批局政务服务中心主任", places: ["柳林县"], ["柳林县行政审批局政务服务中心"])
  }

  @Test func `without a known place its form is enough`() {
    check("记者从柳林县水务局获悉", ["柳林县水务局"])
  }

  @Test func `one that needs the reader to supply the place is left out`() {
    check("据市水务局介绍，区局和相关部门到场。", [])
    check("居委会和业委会、物业公司一起商量。", [])
    check("市委、市政府高度重视。", [])
  }

  @Test func `a committee and a government share their place`() {
    check("柳林县委、县政府召开会议", places: ["柳林县"], ["柳林县委", "柳林县政府"])
    check("石桥镇党委政府召开会议", places: ["石桥镇"], ["石桥镇党委", "石桥镇政府"])
    check("江南省省委书记", ["江南省省委"])
    check("全市委员会", [])
  }

  @Test func `a list of offices shares its place`() {
    check(
      "柳林县文明办、综治办、卫健委等部门", places: ["柳林县"], ["柳林县文明办", "柳林县综治办", "柳林县卫健委"])
  }

  @Test func `a business needs a name of its own`() {
    check("金禾蔬菜专业合作社与绿源食品有限公司签约", ["金禾蔬菜专业合作社", "绿源食品有限公司"])
    check("引进物业公司和农业企业，多家建筑公司参与", [])
  }

  @Test func `another word that starts like an ending is none`() {
    check("柳林县公安局长到场", places: ["柳林县"], [])
    check("柳林县大学生返乡", places: ["柳林县"], [])
  }

  @Test func `offices of the state and known names stand alone`() {
    check("国家统计局和教育部公布", ["国家统计局", "教育部"])
    check("国家电网投资建站，国家电网公司验收", ["国家电网", "国家电网公司"])
  }

  @Test func `a trade inside a business's name does not cut it`() {
    check("江南市泽禾农业综合开发有限公司董事长到场", places: ["江南市"], ["江南市泽禾农业综合开发有限公司"])
    check("会长、正禾农业发展有限公司董事长发言", ["正禾农业发展有限公司"])
    check("该村与泰和集团合资建厂", ["泰和集团"])
    check("他们合作开发绿源有限公司的地块", ["绿源有限公司"])
  }

  @Test func `what introduces a name is no part of it`() {
    check("村民联系绿源农资公司购买设备", ["绿源农资公司"])
    check("地块东至新民路，北至鑫晟新材料有限公司厂区", ["鑫晟新材料有限公司"])
    check("伤员被送往医院，业主接手小区物业", [])
  }

  @Test func `factories and schools need a name of their own or a place`() {
    check("石桥村第三造纸厂停产", places: ["石桥村"], ["石桥村第三造纸厂"])
    check("他在柳林县第一中学任教", ["柳林县第一中学"])
    check("村里办起砖厂、服装厂和幼儿园，成立专业合作社", [])
    check("城区一酒店发生火灾，柳林县某小学停课", [])
    check("厂长说，厂区很大", [])
  }

  @Test func `the level said again in a list stands for its place`() {
    check("柳林县文明办、县总工会等部门", places: ["柳林县"], ["柳林县文明办", "柳林县总工会"])
    check("县总工会开展活动", [])
  }

  @Test func `an owner before the place belongs to the name`() {
    check("中共柳林县委宣传部主办", places: ["柳林县"], ["中共柳林县委宣传部"])
    check("国网柳林县供电公司抢修", places: ["柳林县"], ["国网柳林县供电公司"])
    check("中国建设银行柳林支行放贷", ["中国建设银行柳林支行"])
  }

  @Test func `schools by number, by village and by name`() {
    check("石化三小、东湖学校表演节目", ["石化三小", "东湖学校"])
    check("走进石桥村小学", places: ["石桥村"], ["石桥村小学"])
    check("学习六中全会精神，这所学校和中小学校都参加", [])
  }

  @Test func `a verb between two bodies ends the first`() {
    check(
      "柳林县委社会工作部联合县志愿者协会慰问老人", places: ["柳林县"], ["柳林县委社会工作部"])
    check("江南中级法院开庭", places: ["江南"], ["江南中级法院"])
  }

  @Test func `a verb right before the ending leaves no name, a person may stand there`() {
    check("石桥村贫困户加入合作社", places: ["石桥村"], [])
    check("他们与基地对接合作社，取缔药店", [])
    check("村里成立自强互助合作社", ["自强互助合作社"])
    check("铁路职工医院派人到场", ["铁路职工医院"])
  }

  @Test func `a plant is named by two characters of its own`() {
    check("因检修，青溪水厂无法取水", ["青溪水厂"])
    check("石桥镇生活污水处理厂管道破损", places: ["石桥镇"], ["石桥镇生活污水处理厂"])
    check("新建水厂和污水处理厂，乡镇水厂停产", [])
  }

  @Test func `a part of a province says where`() {
    check("成立了由县长牵头的陕南移民搬迁安置工作领导小组", ["陕南移民搬迁安置工作领导小组"])
    check("成立了移民搬迁安置工作领导小组", [])
  }

  @Test func `a known name that goes on is another word`() {
    check("他和交通部长通话，文化部署和教育部门", [])
    check("“一老一小”的照料交给石化一小。", ["石化一小"])
  }

  @Test func `a body inside a place's name is none`() {
    check("柳林县棉纺厂小区完成回迁", places: ["柳林县", "棉纺厂小区"], [])
  }

  @Test func `an office that someone takes is not the body's name`() {
    check("他到石桥村任村党支部书记", places: ["石桥村"], [])
    check("石桥村党支部书记到场", places: ["石桥村"], ["石桥村党支部"])
  }

  @Test func `trades alone name no business`() {
    check("兴办羊业合作社和蔬菜专业合作社，荣获全国科技助力先进", [])
    check("鼓励农户加盟江南春茂农牧发展公司", ["江南春茂农牧发展公司"])
    check("市供排水公司停水，街道城市管理办公室答复", [])
  }

  @Test func `whose it is stands before the name`() {
    check("因我公司白家湾水厂停产", ["白家湾水厂"])
    check("湖南中铭工程技术有限公司到场", ["湖南中铭工程技术有限公司"])
    check("在村里中断了公司的工程", [])
  }

  @Test func `a local office may bear a name of its own`() {
    check("城关供电所、南关派出所连夜抢修", ["城关供电所", "南关派出所"])
    check("辖区派出所、附近卫生院赶到", [])
    check("向河北电视台求助", ["河北电视台"])
  }

  @Test func `brackets and quotation marks break no name`() {
    check("华美(中国)食品有限公司签约", ["华美(中国)食品有限公司"])
    check("成立“金太阳”养羊专业合作社", ["金太阳养羊专业合作社"])
    check("该项目(一期)有限公司，“优秀”企业和“示范”合作社", [])
  }

  @Test func `two tasks of one office are one name`() {
    check("江南市住房保障和房屋管理局答复", places: ["江南市"], ["江南市住房保障和房屋管理局"])
    check("柳林县公安局和财政局到场", places: ["柳林县"], ["柳林县公安局", "柳林县财政局"])
  }

  @Test func `a party or a bank before the place belongs to the name`() {
    check("共青团柳林县委号召", places: ["柳林县"], ["共青团柳林县委"])
    check("民建江南省委员会捐款", places: ["江南省"], ["民建江南省委员会"])
    check("金龙银行柳林支行支持", places: ["柳林"], ["金龙银行柳林支行"])
  }

  @Test func `a city whose name ends as a level does keeps its name`() {
    check("泽州市委决定", places: ["泽州市"], ["泽州市委"])
    check("召开十二届县委常委会", [])
  }

  @Test func `what introduces a name stays outside`() {
    check("当时咱金禾农商银行送来贷款", ["金禾农商银行"])
    check("辖区金盛物业公司、这位绿源食品有限公司的职工", ["金盛物业公司", "绿源食品有限公司"])
    check("村里金岗养羊合作社", ["金岗养羊合作社"])
  }

  @Test func `a phrase before a committee is no place`() {
    check("林青代表市委祝贺，全国优秀县委书记", [])
  }

  @Test func `a list goes on without the place where a name has its own`() {
    check(
      "石桥镇便民服务中心、国网柳林县供电公司", places: ["石桥镇"], ["石桥镇便民服务中心", "国网柳林县供电公司"])
    check("财务给蓝天救援队捐款", ["蓝天救援队"])
    check("联系了开发商利嘉置业。", ["利嘉置业"])
  }
}
