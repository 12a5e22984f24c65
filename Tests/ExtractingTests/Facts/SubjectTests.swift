import Model
import Testing

@testable import Extracting

@Suite struct SubjectTests {
  @Test func `the subject stands between the verb and the number`() {
    check("全县新开工改造老旧小区844个。", [(844, "老旧小区", "新开工改造")])
    check("召开专题会议3次。", [(3, "专题会议", "召开")])
    check(
      "新建雨污管网216公里、铺设透水路面45万平方米，新增停车位5570个。",
      [(216, "雨污管网", "新建"), (450_000, "透水路面", "铺设"), (5570, "停车位", "新增")])
  }

  @Test func `the subject stands behind the unit`() {
    check("小区增设了7道门、3个门禁。", [(7, "门", "增设了"), (3, "门禁", "增设了")])
    check("811个小区加装智能门禁。", [(811, "小区", "加装")])
    check("通往花园的28条小路已改造成步道。", [(28, "小路", "改造成")])
    check("新建成的200平方米长廊。", [(200, "长廊", "新建成")])
  }

  @Test func `a noun that holds a word of grammar or a verb is read whole`() {
    check("新增300个就业岗位，建成3个经济开发区。", [(300, "就业岗位", "新增"), (3, "经济开发区", "建成")])
    check("新建8处自来水厂，补助70名因病致贫群众。", [(8, "自来水厂", "新建"), (70, "因病致贫群众", "补助")])
    check("1200余名运动员参赛。", [(1200, "运动员", "参赛")])
    check("培育互联网平台2家。", [(2, "互联网平台", "培育")])
  }

  @Test func `a word of grammar that stands alone ends the noun`() {
    check("建成12个车间已投产。", [(12, "车间", "建成")])
    check("带动120名群众就近务工。", [(120, "群众", "带动")])
  }

  @Test func `an investment that grows is no verb of growth`() {
    check("固定资产投资增长13.5%。", [(13.5, "固定资产投资", "增长")])
  }

  @Test func `a share names its whole right before it`() {
    check("这批订单的60%来自外省。", [(60, "批订单", "来自")])
    check("湿地占全县面积的8%。", [(8, "湿地", "占")])
  }

  @Test func `a comparison before brackets is no subject`() {
    check(
      "粮食产量500吨，比上年（480吨）增长4%。",
      [(500, "粮食产量", nil), (480, "粮食产量", nil), (4, "粮食产量", "增长")])
  }

  @Test func `the changes of a list are changes`() {
    let found = facts("粮食和油料产量分别增长15%和35%，绿化覆盖率达40%。")
    #expect(found.map(\.kind) == [.growth, .growth, .share])
  }

  @Test func `a list shares its verb`() {
    check(
      "增加水稻种植面积26万亩、蔬菜16万亩。", [(260_000, "水稻种植面积", "增加"), (160_000, "蔬菜", "增加")])
    check("设有20个专科，6个科室。", [(20, "专科", "设有"), (6, "科室", "设有")])
  }

  @Test func `a change and a share keep what they compare`() {
    check(
      "全县完成固定资产投资142.3亿元，同比增长11.04%，占年度计划的98%。",
      [
        (14_230_000_000, "固定资产投资", "完成"), (11.04, "固定资产投资", "同比增长"),
        (98, "固定资产投资", "占年度计划"),
      ])
    check("发酵酒（增长87%）。", [(87, "发酵酒", "增长")])
  }

  @Test func `a noun that measures has its value behind it`() {
    check("院区面积61320平方米，现有床位308张。", [(61320, "院区面积", nil), (308, "床位", "现有")])
    check("总投资3亿元的灌区工程开工。", [(300_000_000, "总投资", nil)])
  }

  @Test func `a verb inside a noun that measures is part of it`() {
    check("灌溉面积22万亩。", [(220_000, "灌溉面积", nil)])
    check("生猪出栏8万头。", [(80_000, "生猪出栏", "出栏")])
  }

  @Test func `a change takes the subject of the number before it`() {
    check(
      "全年粮食总产量46695吨，比上年增长0.98%。", [(46695, "粮食总产量", nil), (0.98, "粮食总产量", "增长")])
    check("物业费从每平方米0.5元提高到0.8元。", [(0.5, "物业费", nil), (0.8, "物业费", "提高到")])
  }

  @Test func `words of scope and time belong to no subject`() {
    check("目前，全市共有医疗机构382所。", [(382, "医疗机构", "共有")])
    check("2023年全年门诊接诊51484人次。", [(51484, "门诊接诊", "接诊")])
    check("柳溪镇现有养老院12家。", places: ["柳溪镇"], [(12, "养老院", "现有")])
  }

  @Test func `a remark in brackets divides nothing`() {
    check("执业（助理）医师589人。", [(589, "执业（助理）医师", nil)])
  }

  @Test func `有 only introduces what does something`() {
    check("目前共有8家企业入驻。", [(8, "企业", "入驻")])
    check("全村还有12户村民未搬走。", [(12, "村民", "还有")])
    check("仍有3户农户失联。", [(3, "农户", "失联")])
    check("现有党员30名。", [(30, "党员", "现有")])
    check("设有8个窗口，方便群众办事。", [(8, "窗口", "设有")])
  }

  @Test func `a list of dishes has 有`() {
    check("小店有凉皮、肉夹馍等8种小吃。", [(8, "小吃", "有")])
    check("推广有机肥、绿肥等4种肥料。", [(4, "肥料", "推广")])
  }

  @Test func `a verb that is often a noun is a verb behind an adverb or words of time`() {
    check("驿站每年接待外地游客800人次。", [(800, "外地游客", "接待")])
    check("农户已搬迁60户。", [(60, "农户", "搬迁")])
    check("危房改造56户。", [(56, "危房改造", "改造")])
  }

  @Test func `the people moved do what the second verb says`() {
    check("合作社带动周边农户种植辣椒300亩。", [(300, "辣椒", "种植")])
    check("带动旅游服务点12个。", [(12, "旅游服务点", "带动")])
  }

  @Test func `an attribute before the number belongs to the object of the verb before it`() {
    check("修复了去年冲毁的200米河堤。", [(200, "河堤", "修复")])
    check("食堂迎来附近的60名老人。", [(60, "老人", "迎来")])
    check("位于老街的3个院落已修缮。", [(3, "院落", "修缮")])
  }

  @Test func `达 leads to the number of what was done`() {
    check("全县新开工总面积达900亩。", [(900, "总面积", "新开工")])
    check("全县粮食产量达9万吨。", [(90_000, "粮食产量", "达")])
  }

  @Test func `a list joined by 和 shares its verb though the noun stands behind`() {
    check("建设了4家食堂和3个驿站。", [(4, "食堂", "建设了"), (3, "驿站", "建设了")])
  }

  @Test func `names between a verb and its number keep the verb`() {
    check(
      "该镇下辖东河、西沟、南岭3个村。", places: ["东河", "西沟", "南岭"], [(3, "村", "下辖")])
  }

  @Test func `长 of an office leads to no number of people`() {
    check("推选楼长16名。", [(16, "楼长", "推选")])
    check("渠长300米。", [(300, "渠", "长")])
  }

  @Test func `a ratio is named by the whole that holds it`() {
    check(
      "工业占地区生产总值的比重分别上升1.5和2.5个百分点。",
      [(1.5, "工业占地区生产总值的比重", "上升"), (2.5, "工业占地区生产总值的比重", "上升")])
  }

  @Test func `an adverb ends no subject`() {
    check("村委会专门投入3万元。", [(30_000, "村委会", "投入")])
    check("镇里每公里补助3万元。", [(30_000, "补助", "补助")])
  }

  @Test func `分别 gives each thing of a list its number`() {
    check(
      "全县粮食、油料和蔬菜产量分别增长3%、5%和8%。",
      [(3, "粮食", "增长"), (5, "油料", "增长"), (8, "蔬菜产量", "增长")])
    check(
      "第二、第三产业分别增长3%和5%。", [(3, "第二、第三产业", "增长"), (5, "第二、第三产业", "增长")])
  }

  @Test func `an age that one must have is that of the people behind it`() {
    check("为60岁以上村民和80岁以上党员提供午餐。", [(60, "村民", "提供"), (80, "党员", "提供")])
    check("全镇60岁以上老人3200人。", [(60, "老人", nil), (3200, "60岁以上老人", nil)])
  }

  @Test func `a length of time right behind a verb is that of the deed`() {
    check("工作队驻村一周。", [(1, "驻村", "驻村")])
    check("比赛历时三天。", [(3, "比赛", "历时")])
  }

  @Test func `a size inside an attribute leaves the noun to the first number`() {
    check(
      "新建六个县级400户以上安置点。", [(6, "安置点", "新建"), (400, "安置点", nil)])
    check("新建3个车间和5000平方米厂房。", [(3, "车间", "新建"), (5000, "厂房", "新建")])
  }

  @Test func `a verb of one sign opens a clause with its object`() {
    check("建食堂80所，送电影下乡20场。", [(80, "食堂", "建"), (20, "电影下乡", "送")])
    check("建设工程18处，种子50吨。", [(18, "工程", "建设"), (50, "种子", nil)])
  }

  @Test func `verbs joined by 或 share their object`() {
    check("新增或更新公交车400辆。", [(400, "公交车", "新增或更新")])
  }

  @Test func `an agent before a verb that is often a noun`() {
    check("合作社种植食用菌50万袋。", [(500_000, "食用菌", "种植")])
    check("合作社种植基地12个。", [(12, "合作社种植基地", nil)])
  }

  @Test func `a noun keeps its last sign`() {
    check("拥有固定资产1200万元。", [(12_000_000, "固定资产", "拥有")])
  }

  @Test func `what leads to a goal is what is done`() {
    check("水厂扩容至3万吨。", [(30_000, "水厂", "扩容至")])
  }

  @Test func `what people do ends their noun`() {
    check("带动500户群众种植辣椒。", [(500, "群众", "带动")])
    check("免费发放20份种植手册。", [(20, "种植手册", "免费发放")])
  }

  @Test func `what is had goes on behind a comma`() {
    check("全村现有农户300户，耕地500亩。", [(300, "农户", "现有"), (500, "耕地", "现有")])
    check("全村新建厕所300座，耕地500亩。", [(300, "厕所", "新建"), (500, "耕地", nil)])
  }

  @Test func `what is worth money or lies near people stands behind 的`() {
    check("收购了价值20万元的土豆。", [(200_000, "土豆", "收购")])
    check("建成25个居民身边的场馆。", [(25, "场馆", "建成")])
    check("以每公斤6元的价格与商户成交。", [(6, "价格", "成交")])
  }
}
