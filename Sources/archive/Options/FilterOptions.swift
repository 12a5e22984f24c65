import ArgumentParser
import Model
import Querying

/// What a query leaves in.
struct FilterOptions: ParsableArguments {
  @Option(
    help: .said(
      "Province, in full or short; everything below it counts.", "省、自治区、直辖市，全称或简称；其下各级都算在内。"),
    completion: .names(of: .place(.province)))
  var province: [String] = []
  @Option(
    help: .said("City: 遂宁 is 遂宁市.", "市、州、盟、地区：遂宁即遂宁市。"), completion: .names(of: .place(.city)))
  var city: [String] = []
  @Option(help: .said("County or district.", "县、区、旗、县级市。"), completion: .names(of: .place(.county)))
  var county: [String] = []
  @Option(help: .said("Town or street office.", "乡、镇、街道。"), completion: .names(of: .place(.town)))
  var town: [String] = []
  @Option(help: .said("Community or village.", "社区、村。"), completion: .names(of: .place(.community)))
  var community: [String] = []
  @Option(help: .said("Housing estate.", "住宅小区。"), completion: .names(of: .place(.estate)))
  var estate: [String] = []
  @Option(
    help: .said("A place of any level, or a path: 德阳/绵竹.", "任意一级的地点，或一条路径：德阳/绵竹。"),
    completion: .names(of: .place(nil)))
  var place: [String] = []
  @Option(
    help: .said(
      "Level of the rows' place: province, city, county, town, community, estate, zone.",
      "各行地点的级别：province 省、city 市、county 县、town 乡镇街道、community 社区村、estate 小区、zone 园区。"),
    completion: .list(PlaceLevel.allCases.map(\.rawValue)))
  var level: [String] = []
  @Option(help: .said("Words of a program's name.", "项目名称中的字词。"), completion: .names(of: .program))
  var program: [String] = []
  @Option(help: .said("Topic that a program serves.", "项目的主题。"), completion: .names(of: .topic))
  var topic: [String] = []
  @Option(
    help: .said("Words of an organisation's name.", "机构名称中的字词。"),
    completion: .names(of: .organization))
  var organization: [String] = []
  @Option(
    help: .said("A person, named in the article or credited.", "人物：文中提到的或署名的。"),
    completion: .names(of: .person))
  var person: [String] = []
  @Option(help: .said("Words of a person's role: 书记.", "人物身份中的字词：书记。"))
  var role: [String] = []
  @Option(help: .said("Paper or site.", "报纸或网站。"), completion: .names(of: .source))
  var source: [String] = []
  @Option(
    help: .said(
      "Kind of article: news, feature, photo, notice.",
      "文章体裁：news 消息、feature 通讯、photo 图片、notice 公告。"),
    completion: .list(ArticleKind.allCases.map(\.rawValue)))
  var kind: [String] = []
  @Option(help: .said("First day: 2021, 2021-03 or 2021-03-05.", "从哪天起：2021、2021-03 或 2021-03-05。"))
  var since: String?
  @Option(help: .said("Last day.", "到哪天止。"))
  var until: String?
  @Option(
    help: .said(
      "Words in title or text (of facts: in the sentence), in either script.",
      "标题或正文（数字事实则为所在句）中的字词，简繁皆可。"))
  var text: [String] = []
  @Option(
    help: .said("Unit of facts: 元, 户, 平方米.", "数字事实的单位：元、户、平方米。"), completion: .names(of: .unit))
  var unit: [String] = []
  @Option(
    help: .said("Dimension of facts: all units that measure the same.", "数字事实的量纲：量同一样东西的各种单位。"))
  var dimension: [String] = []
  @Option(help: .said("Words of what a fact counts or measures.", "数的或量的是什么。"))
  var subject: [String] = []
  @Option(help: .said("Words of what happened to it: 新增, 改造.", "发生了什么：新增、改造。"))
  var action: [String] = []
  @Option(help: .said("Least value: 1000, 3.5万, 10亿.", "最小值：1000、3.5万、10亿。"))
  var min: String?
  @Option(help: .said("Greatest value.", "最大值。"))
  var max: String?
  @Option(help: .said("Value above this.", "大于此值。"))
  var over: String?
  @Option(help: .said("Value below this.", "小于此值。"))
  var under: String?
  @Flag(help: .said("Count the copies of an article too.", "重复刊登的文章也算。"))
  var duplicates = false

  /// The filters.
  func filters() throws(QueryError) -> Filters {
    var filters = Filters()
    filters.places = places
    filters.programs = program
    filters.topics = topic
    filters.organizations = organization
    filters.people = person
    filters.sources = source
    filters.kinds = try kinds()
    filters.since = try since.map { text throws(QueryError) in try day(text).lowerBound }
    filters.until = try until.map { text throws(QueryError) in try day(text).upperBound }
    filters.texts = text
    filters.units = unit
    filters.dimensions = dimension
    filters.subjects = subject
    filters.actions = action
    filters.roles = role
    filters.levels = try levels()
    filters.minimum = try bound(min, over, "--min", "--over")
    filters.maximum = try bound(max, under, "--max", "--under")
    filters.includesDuplicates = duplicates
    return filters
  }

  private var places: [Filters.Place] {
    let levels: [(PlaceLevel?, [String])] = [
      (.province, province), (.city, city), (.county, county), (.town, town),
      (.community, community), (.estate, estate), (nil, place),
    ]
    return levels.flatMap { level, names in names.map { Filters.Place($0, level) } }
  }

  private func levels() throws(QueryError) -> [PlaceLevel] {
    var levels: [PlaceLevel] = []
    for name in level { levels.append(try Spelled.value(name, what: "level of places")) }
    return levels
  }

  private func kinds() throws(QueryError) -> [ArticleKind] {
    var kinds: [ArticleKind] = []
    for name in kind { kinds.append(try Spelled.value(name, what: "kind of article")) }
    return kinds
  }

  private func day(_ text: String) throws(QueryError) -> ClosedRange<CalendarDate> {
    if let days = DateText.days(text) { return days }
    throw QueryError(.wrongUsage, "“\(text)” is no date of the form 2021, 2021-03 or 2021-03-05")
  }

  private func bound(
    _ inclusive: String?, _ strict: String?, _ name: String, _ strictName: String
  ) throws(QueryError) -> Filters.Bound? {
    guard inclusive == nil || strict == nil else {
      throw QueryError(.wrongUsage, "\(name) and \(strictName) do not go together")
    }
    guard let text = inclusive ?? strict else { return nil }
    guard let value = NumberText.value(text) else {
      throw QueryError(.wrongUsage, "“\(text)” is no number such as 1000, 3.5万 or 10亿")
    }
    return Filters.Bound(value, isStrict: strict != nil)
  }
}
