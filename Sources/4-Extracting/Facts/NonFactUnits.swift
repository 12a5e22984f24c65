import Matching
import Model
import Units

// Rules that ask what the unit is: ranks, phases, labels, lengths in names.
extension NonFacts {
  /// 三级联动, 5A级, 一级库: a rank, not a magnitude.
  func isLevel(_ candidate: NumberCandidate) -> Bool {
    guard candidate.measure?.unit == "级" else { return false }
    guard candidate.numeral.script == .arabic else { return true }
    let isMagnitude =
      follows(candidate, "地震") || follows(candidate, "左右") || follows(candidate, "大风")
      || follows(candidate, "余震") || follows(candidate, "阵风") || precedes(candidate, "震级")
      || precedes(candidate, "震级为") || precedes(candidate, "里氏")
      || candidate.numeral.value != candidate.numeral.value.rounded()
    return !isMagnitude
  }

  /// 一期工程, 二期, 三期; but 327期.
  func isPhase(_ candidate: NumberCandidate) -> Bool {
    guard let unit = candidate.measure?.unit else { return false }
    let isChinese = candidate.numeral.script == .chinese && candidate.numeral.approx == nil
    switch unit {
    case "期": return candidate.numeral.value <= 9 && !follows(candidate, "课")
    case "组":
      return before(candidate) != "成" && before(candidate) != "为" && before(candidate) != "了"
    case "版", "轮", "批": return isChinese && isOrdinalTwo(candidate)
    case "层", "楼": return isChinese && isOrdinalTwo(candidate)
    case "分":
      return before(candidate) == "时" || before(candidate) == "点" || before(candidate) == "十"
    default: return isOrdinalTwo(candidate)
    }
  }

  /// 二 before a classifier ranks, as 两 is what counts: 二次, 二级.
  func isOrdinalTwo(_ candidate: NumberCandidate) -> Bool {
    let numeral = candidate.numeral
    guard numeral.range.count == 1, text[numeral.range.lowerBound] == "二",
      let measure = candidate.measure
    else { return false }
    return measure.dimension == .count || measure.dimension == .time
  }

  /// 七大行动, 三大抓手: a label, unless a verb before it builds or names so many.
  func isLabel(_ candidate: NumberCandidate) -> Bool {
    guard candidate.measure?.unit == "大" else { return false }
    let numeral = candidate.numeral
    guard numeral.script == .chinese, numeral.value <= 12, !isCountedAgain(candidate) else {
      return true
    }
    let start = passage.clauseStart(before: candidate.range.lowerBound, limit: 0)
    let words = ClauseWords(passage, from: start, to: candidate.range.lowerBound)
    return !words.holdsAction
  }

  /// 六大攻坚战重点项目103个: what the label names is counted itself.
  private func isCountedAgain(_ candidate: NumberCandidate) -> Bool {
    let end = candidate.range.upperBound
    let reach = passage.fence(.list, from: end, limit: min(text.count, end + 14))
    return (end + 2..<max(end + 2, reach)).contains { Figures.arabic(text[$0]) != nil }
  }

  /// 10千伏线路, 110千伏变电站: the class of a line, not what is measured.
  func isVoltage(_ candidate: NumberCandidate) -> Bool {
    guard let unit = candidate.measure?.unit, ["千伏", "kV", "伏"].contains(unit) else { return false }
    return ["线", "变", "电", "输", "配", "及", "高", "低", "主", "、"].contains(after(candidate))
  }

  /// A figure without a unit is a fact only where 万 or 亿 makes it a quantity.
  func isUnitless(_ candidate: NumberCandidate) -> Bool {
    guard candidate.measure == nil, candidate.numeral.unit == nil else {
      return isBareWithoutReason(candidate)
    }
    guard candidate.numeral.script == .arabic, candidate.numeral.isScaled else { return true }
    let last = text[candidate.numeral.range.upperBound - 1]
    return (Figures.myriads(last) == nil && !Figures.saysMore(last))
      || ["级", "吨", "伏", "象", "里", "向", "达"].contains(after(candidate))
  }

  /// 百名, 千亩 count; 万米 and 百天 are figures of speech.
  func isBareWithoutReason(_ candidate: NumberCandidate) -> Bool {
    guard candidate.numeral.script == .bare, candidate.numeral.range.count == 1,
      let measure = candidate.measure
    else { return false }
    if before(candidate) == "每" { return true }
    if ["近", "上", "超", "逾", "过", "约", "达"].contains(before(candidate)) { return false }
    if measure.approx != nil || candidate.numeral.approx != nil { return false }
    let isMyriad = Figures.myriads(text[candidate.range.lowerBound]) != nil
    return isMyriad || [.time, .length, .share, .multiple].contains(measure.dimension)
      || ["级", "大", "度", "面", "口", "门", "里", "种"].contains(measure.unit)
  }

  /// 北纬26.2度, 东经101.9度.
  func isPosition(_ candidate: NumberCandidate) -> Bool {
    candidate.measure?.unit == "度"
      && ["北纬", "南纬", "东经", "西经"].contains { precedes(candidate, $0) }
  }

  /// 最后一公里, 最后100米.
  func isLastStretch(_ candidate: NumberCandidate) -> Bool {
    candidate.measure?.dimension == .length && precedes(candidate, "最后")
  }

  /// 18-45岁青年, 60岁以上人口: a class of a census; but 60岁以上 tells how old one must be.
  func isAgeGroup(_ candidate: NumberCandidate) -> Bool {
    guard candidate.measure?.dimension == .age else { return false }
    if candidate.numeral.upper != nil, after(candidate).isHan { return true }
    if follows(candidate, "至") || follows(candidate, "人口") { return true }
    return ["以上", "以下", "及以上", "及以下"].contains { follows(candidate, $0 + "人口") }
  }

  /// 15分钟便民服务圈: the size of a circle, part of its name.
  func isServiceRadius(_ candidate: NumberCandidate) -> Bool {
    guard let dimension = candidate.measure?.dimension, dimension == .time || dimension == .length
    else { return false }
    let limit = min(text.count, candidate.range.upperBound + 10)
    return text[candidate.range.upperBound..<limit].prefix { $0.isHan }.contains("圈")
  }

  /// 三道沟, 五里桥, 六家湾: a name that no gazetteer holds.
  func isPlaceName(_ candidate: NumberCandidate) -> Bool {
    guard candidate.numeral.script == .chinese, candidate.numeral.range.count == 1,
      let unit = candidate.measure?.unit,
      ["道", "家", "台", "里", "门", "间", "棵", "盘", "座", "户"].contains(unit)
    else { return false }
    return [
      "沟", "河", "湾", "岗", "岭", "坪", "坝", "桥", "店", "庙", "堡", "寨", "屯", "铺", "坡", "塘", "渠", "楼",
    ]
    .contains(after(candidate)) || opensFacility(candidate, unit)
  }

  /// 四门楼水库, 九道湾隧道: a name of few signs before what it names.
  private func opensFacility(_ candidate: NumberCandidate, _ unit: String) -> Bool {
    guard ["道", "门", "台", "里", "盘"].contains(unit) else { return false }
    let end = candidate.range.upperBound
    return (end + 1..<end + 3).contains { start in
      Self.facilities.longestMatch(in: text, at: start) != nil
        && text[end..<min(start, text.count)].allSatisfy { $0.isHan && $0 != "的" }
    }
  }

  private static let facilities = WordSet(words: [
    "水库", "隧道", "大桥", "特大桥", "灌区", "泵站", "电站", "水电站", "林场", "煤矿", "互通",
  ])

  /// 四类危桥改造2座, 鉴定为三类坝: a class that things belong to, not how many classes there are.
  func isRank(_ candidate: NumberCandidate) -> Bool {
    guard candidate.measure?.unit == "类", candidate.numeral.range.count == 1,
      candidate.numeral.upper == nil
    else { return false }
    if ["鉴定为", "评定为", "认定为", "核定为", "属于", "列为", "达到"].contains(where: { precedes(candidate, $0) }) {
      return true
    }
    return ["危桥", "桥", "坝", "病险", "水质", "水体", "幼儿园", "水库"].contains { follows(candidate, $0) }
  }

  /// 78村106个项目 counts villages; 三村, 一县 and 1村1品 are names and slogans.
  func isDivisionName(_ candidate: NumberCandidate) -> Bool {
    guard let unit = candidate.measure?.unit, ["村", "乡镇", "市", "县"].contains(unit) else {
      return false
    }
    let isPlain = candidate.numeral.script == .arabic && !candidate.numeral.isScaled
    guard isPlain || text[candidate.numeral.range.lowerBound] == "两", candidate.numeral.value > 1
    else { return true }
    return passage.isPlace[max(candidate.range.lowerBound, 1) - 1]
  }

  /// 七批次基金: the seventh batch, without 个 or 余.
  func isBatch(_ candidate: NumberCandidate) -> Bool {
    guard candidate.measure?.unit == "批次", candidate.numeral.script == .chinese else {
      return false
    }
    return candidate.numeral.approx == nil && candidate.numeral.range.count == 1
      && !["了", "共", "达", "来"].contains(before(candidate))
  }

  /// 半人高, 半户: half of what cannot be halved.
  func isHalfThing(_ candidate: NumberCandidate) -> Bool {
    guard text[candidate.numeral.range.lowerBound] == "半", let measure = candidate.measure else {
      return false
    }
    if measure.dimension == .time {
      return measure.unit == "年" && ["上", "下", "前", "后"].contains(before(candidate))
    }
    return measure.dimension != .length && measure.unit != "斤" && measure.unit != "亩"
  }

  /// 一年十二个月, 两年后, 近三年来: lengths that only place things in time.
  func isCalendarLength(_ candidate: NumberCandidate) -> Bool {
    guard candidate.measure?.dimension == .time else { return false }
    if ["一年", "一天", "匆匆", "短短", "转眼", "一晃"].contains(where: { precedes(candidate, $0) }) {
      return true
    }
    let isClock = ["小时", "个小时", "分钟", "秒"].contains(candidate.measure?.unit)
    let leads = ["过去", "未来", "今后", "最近", "接下来的", "接下来", "前"] + (isClock ? [] : ["近"])
    if leads.contains(where: { precedes(candidate, $0) }),
      ["来", "，", "内", "里", "间", "的", "中"].contains(after(candidate))
    {
      return true
    }
    if after(candidate) == "来" || follows(candidate, "以来") {
      return !LastingDeeds.ends(passage, candidate.range.lowerBound)
    }
    return ["前", "后"].contains(after(candidate)) || opensPlan(candidate)
      || ["以前", "以后", "之前", "之后"].contains { follows(candidate, $0) }
  }

  /// 三年行动, 五年规划: the length is part of a plan's name.
  private func opensPlan(_ candidate: NumberCandidate) -> Bool {
    ["行动", "规划", "目标", "攻坚", "大变样", "纲要"].contains { follows(candidate, $0) }
  }

  /// 1幢2单元, 3栋501室: an address.
  func isAddress(_ candidate: NumberCandidate) -> Bool {
    guard let unit = candidate.measure?.unit, ["幢", "栋", "单元", "座", "楼", "层"].contains(unit),
      candidate.numeral.script == .arabic, Figures.arabic(after(candidate)) != nil
    else { return false }
    let end = candidate.range.upperBound
    return text[end..<min(text.count, end + 6)].drop { Figures.arabic($0) != nil }.first.map {
      ["单", "室", "号", "楼", "层", "栋", "幢", "门"].contains($0)
    } ?? false
  }

  /// 189公里处, 35公里附近: where on a road something is.
  func isMilestone(_ candidate: NumberCandidate) -> Bool {
    guard candidate.measure?.dimension == .length, candidate.numeral.script == .arabic else {
      return false
    }
    return ["附近", "路段", "处发生", "处，", "处,", "处时", "处的", "处因"].contains { follows(candidate, $0) }
      && !["长", "约", "近", "离", "距"].contains(before(candidate))
  }

  /// 三县两区, 一镇一品: figures fused with the words they count.
  func isFused(_ candidate: NumberCandidate) -> Bool {
    guard let measure = candidate.measure, candidate.numeral.script == .chinese,
      candidate.numeral.range.count == 1, measure.range.count == 1
    else { return false }
    let next = after(candidate)
    let start = candidate.range.lowerBound
    let followsFused =
      start >= 2 && Figures.chinese(text[start - 2]) != nil && text[start - 1].isHan
      && Figures.multiplier(text[start - 1]) == nil
      && (start < 3 || passage.fences[start - 3] > .none || Figures.chinese(text[start - 3]) == nil)
    let leadsFused = Figures.chinese(next) != nil && next != "〇"
    return (followsFused || leadsFused) && measure.dimension == .count
  }
}
