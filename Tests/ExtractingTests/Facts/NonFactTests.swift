import Testing

@testable import Extracting

@Suite struct NonFactTests {
  @Test func `dates and clock times are no facts`() {
    checkNoFact("2024年5月3日上午9时30分，会议召开。")
    checkNoFact("1-11月，工作有序推进。")
    checkNoFact("98年底建成，08年翻修。")
    checkNoFact("二〇二三年十二月，项目开工。")
    checkNoFact("开放时间为9：00至17：30。")
    checkNoFact("他每天下午4点半来接孙子。")
  }

  @Test func `a text that opens with a mark is read`() {
    checkNoFact("？东河县的小区换了模样。")
  }

  @Test func `ordinals and sessions are no facts`() {
    checkNoFact("第九届文化节开幕。")
    checkNoFact("五届五次党代会召开。")
    checkNoFact("学习贯彻党的十九大、二十大精神。")
    checkNoFact("位列全省第3名。")
  }

  @Test func `classes that things belong to are no counts`() {
    checkNoFact("四类危桥已拆除。")
    checkNoFact("水库被鉴定为三类坝。")
    checkQuotes("提供⟦四类⟧服务。")
  }

  @Test func `the class of a line and a label counted again are no counts`() {
    checkQuotes("⟦14条⟧10千伏线路恢复，110千伏变电站投运。")
    checkQuotes("电压升至⟦10千伏⟧。")
    checkQuotes("安排六大攻坚战重点项目⟦103个⟧。")
  }

  @Test func `divisions are counted in figures, not in names`() {
    checkQuotes("项目覆盖⟦78村⟧⟦106个⟧项目，⟦4市⟧受灾。")
    checkNoFact("推行一村一品，1县1业。")
    checkNoFact("三村联建，五一村的路通了。")
  }

  @Test func `a name that opens with a figure is none`() {
    checkNoFact("四门楼水库加固。")
    checkQuotes("装了⟦四门⟧闸。")
  }

  @Test func `names and slogans are no facts`() {
    checkNoFact("探索“五个一”工作法。")
    checkNoFact("落实“三会一课”制度，开展“两学一做”。")
    checkNoFact("建立1+5治理体系。")
    checkNoFact("推动三社联动，做强社区两委。")
    checkNoFact("打造“15分钟生活圈”，建设15分钟便民服务圈。")
    checkNoFact("三道沟河流经全镇。")
    checkNoFact("推进百日攻坚工程。", programs: ["百日攻坚工程"])
  }

  @Test func `numbers of telephones, documents, models and houses are no facts`() {
    checkNoFact("联系电话：028-86423129。")
    checkNoFact("QQ群：123456789，邮编618200。")
    checkNoFact("《国办发〔2020〕23号》印发。")
    checkNoFact("家住8号楼二单元3组。")
    checkNoFact("4/5G基站覆盖，A4纸打印，5A级景区。")
    checkNoFact("地处北纬26.2度，东经101.9度。")
  }

  @Test func `idioms and articles are no facts`() {
    checkNoFact("上面千条线，下面一根针。")
    checkNoFact("事关千家万户，引得四面八方来客。")
    checkNoFact("这是一个小区的一种尝试。")
    checkNoFact("打通服务群众最后一公里、最后100米。")
    checkNoFact("杂草有半人高。")
    checkNoFact("走过百年历程。")
  }

  @Test func `headings, ratios, fused counts and orders of magnitude are no facts`() {
    checkNoFact("（一）加强领导\n一、总体要求\n1.提高认识")
    checkNoFact("三次产业比例为87：9：4。")
    checkNoFact("三县两区联动发展。")
    checkNoFact("数十家企业、几百名职工、好几十项分工、半数以上群众。")
    checkNoFact("三级联动，二级库，一期工程。")
    checkNoFact("抓牢三大抓手。")
  }

  @Test func `a class of ages counts nobody`() {
    checkQuotes("为⟦60岁以上⟧老人服务。")
    checkQuotes("⟦75周岁以上⟧的党员可在家领取。")
    checkNoFact("60岁及以上人口增多。")
    checkQuotes("⟦70岁⟧的王大爷")
    checkQuotes("15-64岁人口占⟦65.42%⟧。")
    checkQuotes("每千名老人拥有床位⟦38张⟧。")
  }

  @Test func `lengths that only place things in time are no facts`() {
    checkNoFact("两年后，小区变了样。")
    checkNoFact("一年十二个月，月月有活动。")
    checkNoFact("近三年来，成效明显。")
  }

  @Test func `one counts where it truly counts`() {
    checkQuotes("⟦三所⟧小学、⟦一所⟧初中、⟦一所⟧高中")
    checkQuotes("每季度召开⟦一次⟧联席会。")
    checkQuotes("⟦11份⟧申请表合为⟦一份⟧。")
    checkQuotes("为期⟦一个月⟧的整治行动。")
    checkQuotes("用时⟦一个半月⟧，建设⟦一个多月⟧。")
  }

  @Test func `a unit does not attach across a sentence`() {
    checkNoFact("编号为35。个别小区仍有问题。")
    checkNoFact("编号为35，元旦前公布。")
  }

  @Test func `words that begin like a unit are none`() {
    checkNoFact("3年级学生参加，5次日程，2天然气站。")
    checkNoFact("编号2位于山顶。")
  }
}

@Suite struct VagueNumberTests {
  @Test func `a noun that closes with 数 measures`() {
    checkQuotes("参加培训人数⟦21.3万人⟧，价格指数⟦103.3%⟧。")
  }

  @Test func `数 before a numeral makes it vague`() {
    checkNoFact("数十家企业参加。")
    checkNoFact("数10家企业参加。")
  }

  @Test func `a length of time behind a verb counts, one of a plan or up to now does not`() {
    checkQuotes("工作队驻村⟦一周⟧。")
    checkNoFact("这一周，新的一天。")
    checkQuotes("项目实施⟦6年⟧来成效明显。")
    checkNoFact("近6年来成效明显，两年来变化很大。")
    checkNoFact("三年行动收官，五年规划出台。")
    checkQuotes("改造用了⟦三年⟧。")
  }

  @Test func `a milestone is no length`() {
    checkNoFact("车祸发生在高速189公里附近。")
    checkQuotes("小镇距县城⟦18公里⟧，附近有湖。")
  }

  @Test func `把 and 平 are units where no word begins with them`() {
    checkQuotes("摆着⟦十来张⟧桌子和⟦五把⟧吊扇，面积⟦800平⟧。")
    checkNoFact("一把手到场，2024平安建设。")
    checkQuotes("近年来有⟦三十来户⟧搬走。")
  }

  @Test func `an address is no count`() {
    checkNoFact("家住小区1幢2单元301室。")
    checkQuotes("小区有⟦12幢⟧旧楼。")
  }
}
