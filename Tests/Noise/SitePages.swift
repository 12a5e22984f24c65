import TestSupport

extension CleanText {
  /// The page with a line of search spam above the headline, between paragraphs or below.
  func page(spammed kind: NoiseKind, _ random: inout SeededGenerator) -> String {
    let words = Self.spamWords.shuffled(using: &random).prefix(
      Int.random(in: 8...14, using: &random))
    let separator = ["_", ",", "-", "|"][Int.random(in: 0..<4, using: &random)]
    let spam = words.joined(separator: separator)
    var lines = [title] + paragraphs
    let places = [NoiseKind.spamAbove: 0, .spamInside: 1 + paragraphs.count / 2]
    lines.insert(spam, at: places[kind] ?? lines.count)
    return lines.joined(separator: "\n\n") + "\n"
  }

  /// Terms of hijacked pages that stand in no list of the program.
  private static let spamWords = [
    "开锁换锁电话", "二手叉车转让", "防水补漏价格", "复印机租赁", "苗木批发", "钢结构报价", "代办营业执照", "月嫂培训",
    "尾货清仓", "甲醛检测", "脚手架出租", "手机回收", "婚庆车队", "搬家公司", "网站优化", "宠物托运", "化粪池清理", "不锈钢水箱",
    "电动门维修", "广告扇定做", "成人用品", "贷款口子", "游戏代练", "减肥茶", "祛斑霜", "考试答案", "论文代写", "信用卡套现",
  ]

  /// The page inside the frame of a site.
  func portalPage(_ random: inout SeededGenerator) -> String {
    let site = ["清河在线", "云岭网", "江州传媒", "今日石泉"].randomElement(using: &random) ?? ""
    let above = [
      "\(site) | 首页 | 要闻 | 县区 | 部门 | 视频 | 专题 | 数字报",
      "您现在的位置：\(site) > 新闻中心 > 县区动态 > 正文", "字号：大 中 小  打印本页  分享到：微信 微博",
    ]
    let below = [
      "【打印】【关闭】", "相关新闻", "·全县春季造林进度过半", "·城区三条公交线路明起调整",
      "关于我们 | 联系方式 | 网站地图 | 版权声明", "主办：\(site)编辑部  备案号：某ICP备00000000号",
      "Copyright © 2008-2020 \(site) All Rights Reserved",
    ]
    return above.joined(separator: "\n") + "\n\n" + page + "\n" + below.joined(separator: "\n")
      + "\n"
  }
}
