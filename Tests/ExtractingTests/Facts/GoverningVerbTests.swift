import Model
import Testing

@testable import Extracting

@Suite struct GoverningVerbTests {
  @Test func `two signs that are verbs make one`() {
    check("堆垒石堤6公里。", [(6, "石堤", "堆垒")])
    check("民警搜缴刀具7把。", [(7, "刀具", "搜缴")])
    check("建筑面积600平方米。", [(600, "建筑面积", nil)])
  }

  @Test func `a number that restates the one before shares its verb and subject`() {
    check("新建水泥路8条共21公里。", [(8, "水泥路", "新建"), (21, "水泥路", "新建")])
    check("倒塌房屋5户14间。", [(5, "房屋", "倒塌"), (14, "房屋", "倒塌")])
    check("该县尚有7条共32公里山路未硬化。", [(7, "山路", "硬化"), (32, "山路", "硬化")])
  }

  @Test func `a part has the verb of the whole`() {
    check(
      "建成果园7万亩，其中核桃6万亩、其它1万亩。", [(70000, "果园", "建成"), (60000, "核桃", "建成"), (10000, "其它", "建成")])
    check("完成产值7万元，增长2%，其中茶叶6万元。", [(70000, "产值", "完成"), (2, "产值", "增长"), (60000, "茶叶", nil)])
  }

  @Test func `the first number of a change has its verb`() {
    check("硬化率由41%提高到84%。", [(41, "硬化率", "提高到"), (84, "硬化率", "提高到")])
    check("将9个大网格细化为38个小网格。", [(9, "大网格", "细化为"), (38, "小网格", "细化为")])
  }

  @Test func `what the words behind say happened`() {
    check("14名队员陆续离去。", [(14, "队员", "离去")])
    check("14名队员陆续。", [(14, "队员", nil)])
    check("可为20万人提供生活用水。", [(200_000, "人", "提供")])
  }

  @Test func `people without a noun are no part of the thing counted before`() {
    check("扣留货车15辆，拘留21人。", [(15, "货车", "扣留"), (21, "人", "拘留")])
    check("改造小区5个、840户。", [(5, "小区", "改造"), (840, "小区", "改造")])
    check("安置灾民5户20人。", [(5, "灾民", "安置"), (20, "灾民", "安置")])
  }

  @Test func `lengths of works and distances`() {
    check("干渠全长132公里。", [(132, "干渠", "全长")])
    check("整治灌渠总长43公里。", [(43, "灌渠", "整治")])
    check("柳林村距离县城3公里。", places: ["柳林村"], [(3, "柳林村", "距离")])
    check("两地间距3公里。", [(3, "两地间距", nil)])
    check("公路起于甲镇，止于乙镇，全长30公里。", [(30, "公路", "全长")])
  }

  @Test func `verbs that only say where or when govern no number`() {
    check("位于山脚的大桥提前9个月完工。", [(9, "大桥", "提前")])
    check("建成后水库蓄水位877米。", [(877, "水库蓄水位", nil)])
    check("记者走进总投资3亿元的工地。", [(300_000_000, "总投资", nil)])
  }

  @Test func `money is what a verb of giving gives`() {
    check("发放教育补贴300万元。", [(3_000_000, "教育补贴", "发放")])
  }

  @Test func `a modal verb leads the verb behind it, but 节能 is a noun`() {
    check("韭菜能收割3茬。", [(3, "韭菜", "收割")])
    check("实施建筑节能改造6万平方米。", [(60000, "建筑节能改造", "实施")])
  }

  @Test func `a noun that opens with a verb is read whole`() {
    check("连接线67公里。", [(67, "连接线", nil)])
    check("设置执勤点166个。", [(166, "执勤点", "设置")])
    check("查处违法行为11起。", [(11, "违法行为", "查处")])
  }

  @Test func `quality leads to the noun behind 的`() {
    check("带领两名经验丰富的战士，查处1辆无保险的货车。", [(2, "战士", "带领"), (1, "货车", "查处")])
    check("改造3个小区的路灯。", [(3, "小区", "改造")])
  }

  @Test func `in a list the noun stands where it stood before`() {
    check("查处酒驾144宗、毒驾3宗和其他案件600宗。", [(144, "酒驾", "查处"), (3, "毒驾", "查处"), (600, "案件", "查处")])
    check("形成楼长38个、志愿者77人的服务网络。", [(38, "楼长", "形成"), (77, "志愿者", "形成")])
  }

  @Test func `how a number is reckoned is not what it measures`() {
    check("收入6万元，按平均汇率计算为9000美元。", [(60000, "收入", nil), (9000, "收入", "为")])
  }

  @Test func `people who do something are counted, not what they do`() {
    check("带动周边群众80人务工就业。", [(80, "周边群众", "带动")])
    check("代表、群众70人参加会议。", [(70, "代表、群众", "参加")])
  }

  @Test func `who does something or with what is a noun`() {
    check(
      "出动抢修人员90人次、抢修车辆54台次，安排发电机28台。",
      [(90, "抢修人员", "出动"), (54, "抢修车辆", "出动"), (28, "发电机", "安排")])
  }

  @Test func `a share stands before its whole`() {
    check("超过50%受损管网已经恢复。", [(50, "受损管网", "恢复")])
    check("96%受影响用户已恢复供电。", [(96, "受影响用户", "恢复供电")])
  }

  @Test func `the same deed is done to the same`() {
    check("道路发送旅客5人，铁路发送3人。", [(5, "旅客", "发送"), (3, "旅客", "发送")])
    check("举办展览30场，讲座20场。", [(30, "展览", "举办"), (20, "讲座", "举办")])
    check("建成车间30个，工人20名。", [(30, "车间", "建成"), (20, "工人", nil)])
  }

  @Test func `what is counted may do something itself`() {
    check("在39个村改造线路16公里。", [(39, "村", "改造"), (16, "线路", "改造")])
    check("贫困村31个，今年3个出列。", [(31, "贫困村", nil), (3, "贫困村", "出列")])
  }

  @Test func `what is gained names itself`() {
    check("森林覆盖率达90%，户均增收达8000元。", [(90, "森林覆盖率", "达"), (8000, "增收", "增收达")])
  }

  @Test func `分别 gives each of long nouns its number`() {
    check(
      "城镇居民家庭人均可支配收入、农民人均纯收入分别达到600元、500元。",
      [(600, "城镇居民家庭人均可支配收入", "分别达到"), (500, "农民人均纯收入", "分别达到")])
  }

  @Test func `a verb that belongs to the noun is no verb of the number`() {
    check("固定资产投资完成46万元。", [(460_000, "固定资产投资", "完成")])
  }

  @Test func `what was worked on stands in the clause before`() {
    check("党总支牵头推进住宅加装电梯，顺利完成2台。", [(2, "电梯", "完成")])
  }

  @Test func `what is total or will be belongs to the next words`() {
    check("两个项目总投资3180元。", [(2, "项目", nil), (3180, "项目总投资", nil)])
    check("投产后效益会增加900元。", [(900, "效益", "增加")])
    check("广场总占地2万平方米。", [(20000, "广场", "占地")])
  }

  @Test func `a verb with its direction touches the number`() {
    check("从邻居那里流转过来75亩。", [(75, nil, "流转过来")])
    check("9所学校超负荷运转。", [(9, "学校", "运转")])
  }

  @Test func `what is many times as much is told before`() {
    check("总产值9元，是去年的2倍。", [(9, "总产值", nil), (2, "总产值", "是")])
    check("总产值接近13元。", [(13, "总产值", "接近")])
    check("人均生产总值达到46元。", [(46, "生产总值", "达到")])
    check("发送旅客人数每天突破9人。", [(9, "旅客人数", "突破")])
    check("出动32支抢修队伍排查故障。", [(32, "抢修队伍", "出动")])
  }
}
