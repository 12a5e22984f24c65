import ArgumentParser
import Model
import Querying

/// What a query leaves in.
struct FilterOptions: ParsableArguments {
  @Option(help: "Province, in full or short; everything below it counts.")
  var province: [String] = []
  @Option(help: "City: 遂宁 is 遂宁市.")
  var city: [String] = []
  @Option(help: "County or district.")
  var county: [String] = []
  @Option(help: "Town or street office.")
  var town: [String] = []
  @Option(help: "Community or village.")
  var community: [String] = []
  @Option(help: "Housing estate.")
  var estate: [String] = []
  @Option(help: "A place of any level, or a path: 德阳/绵竹.")
  var place: [String] = []
  @Option(
    help: "Level of the rows' place: province, city, county, town, community, estate, zone.")
  var level: [String] = []
  @Option(help: "Words of a program's name.")
  var program: [String] = []
  @Option(help: "Topic that a program serves.")
  var topic: [String] = []
  @Option(help: "Words of an organisation's name.")
  var organization: [String] = []
  @Option(help: "A person, named in the article or credited.")
  var person: [String] = []
  @Option(help: "Words of a person's role: 书记.")
  var role: [String] = []
  @Option(help: "Paper or site.")
  var source: [String] = []
  @Option(help: "Kind of article: news, feature, photo, notice.")
  var kind: [String] = []
  @Option(help: "First day: 2021, 2021-03 or 2021-03-05.")
  var since: String?
  @Option(help: "Last day.")
  var until: String?
  @Option(help: "Words in title or text (of facts: in the sentence), in either script.")
  var text: [String] = []
  @Option(help: "Unit of facts: 元, 户, 平方米.")
  var unit: [String] = []
  @Option(help: "Dimension of facts: all units that measure the same.")
  var dimension: [String] = []
  @Option(help: "Words of what a fact counts or measures.")
  var subject: [String] = []
  @Option(help: "Words of what happened to it: 新增, 改造.")
  var action: [String] = []
  @Option(help: "Least value: 1000, 3.5万, 10亿.")
  var min: String?
  @Option(help: "Greatest value.")
  var max: String?
  @Option(help: "Value above this.")
  var over: String?
  @Option(help: "Value below this.")
  var under: String?
  @Flag(help: "Count the copies of an article too.")
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
    for name in level {
      guard let level = PlaceLevel(rawValue: name) else {
        let all = PlaceLevel.allCases.map(\.rawValue).joined(separator: ", ")
        throw QueryError(.wrongUsage, "“\(name)” is no level of places: there are \(all)")
      }
      levels.append(level)
    }
    return levels
  }

  private func kinds() throws(QueryError) -> [ArticleKind] {
    var kinds: [ArticleKind] = []
    for name in kind {
      guard let kind = ArticleKind(rawValue: name) else {
        let all = ArticleKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw QueryError(.wrongUsage, "“\(name)” is no kind of article: there are \(all)")
      }
      kinds.append(kind)
    }
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
