/// What sort of piece an article is.
public enum ArticleKind: String, Codable, Sendable, CaseIterable {
  /// A report.
  case news
  /// A long piece with section headings, not tied to one event.
  case feature
  /// A picture with its caption.
  case photo
  /// An announcement or advertisement.
  case notice
}

/// What an article's day of publication is known from.
public enum PublishedFrom: String, Codable, Sendable, CaseIterable {
  /// Words printed with the article or at the head of its page.
  case text
  /// What the page says of itself outside its visible text: `meta`, JSON-LD, front matter.
  case page
  /// The time of the file.
  case file
  /// The name of the file or of a folder it is in.
  case name
  /// What the user says.
  case given
}

/// The script a text is printed in, by ISO 15924.
public enum Script: String, Codable, Sendable, CaseIterable {
  /// Simplified.
  case simplified = "Hans"
  /// Traditional, also where a machine made it.
  case traditional = "Hant"
}

/// The level of a place, from the widest down.
public enum PlaceLevel: String, Codable, Sendable, CaseIterable {
  /// 省, 自治区, 直辖市.
  case province
  /// 地级市, 自治州, 地区, 盟.
  case city
  /// 区, 县, 县级市, 旗.
  case county
  /// 街道, 镇, 乡, 苏木.
  case town
  /// 社区, 村, 居委会, 屯.
  case community
  /// 小区, 院落, 苑: a named housing area.
  case estate
  /// 新区, 开发区, 园区 that is no administrative division.
  case zone

  /// How far down: 0 for a province; a zone stands between county and town.
  public var depth: Int {
    switch self {
    case .province: 0
    case .city: 1
    case .county: 2
    case .zone: 3
    case .town: 4
    case .community: 5
    case .estate: 6
    }
  }
}

/// The kind of a named initiative.
public enum ProgramKind: String, Codable, Sendable, CaseIterable {
  /// 工作法, 步法.
  case method
  /// 机制, 体系, 模式, 制度; policy documents.
  case mechanism
  /// 行动, 活动, 大赛, 节.
  case campaign
  /// 工程, 项目, works.
  case project
  /// 平台, 小程序, 会客厅, 窗口.
  case platform
  /// 六有小区, 三无小区治理, 服务圈.
  case target
}

/// What a numeric fact measures.
public enum FactKind: String, Codable, Sendable, CaseIterable {
  /// How many.
  case count
  /// Money.
  case amount
  /// How long, in space.
  case length
  /// How much ground.
  case area
  /// A percentage of a whole.
  case share
  /// A change.
  case growth
  /// So much for each of something, which `per` names.
  case rate
  /// How long, in time.
  case duration
  /// How old.
  case age
  /// Any other unit.
  case measure
}

/// How exact a number is.
public enum Approximation: String, Codable, Sendable, CaseIterable {
  /// 余, 多, 超, 逾, 以上.
  case over
  /// 约, 左右.
  case about
  /// 近.
  case nearly
  /// 不到, 不足, 以内.
  case under
}

/// What a mention names.
public enum EntityKind: String, Codable, Sendable, CaseIterable {
  /// A place.
  case place
  /// A named initiative.
  case program
  /// An organisation.
  case organization
  /// A person.
  case person
}
