import Matching

/// Words that the rules of this module look for.
enum Words {
  /// What a word of credits does with the names around it.
  enum Role: String {
    /// It stands before its names: 记者.
    case before
    /// It stands after its names: 摄.
    case after
  }

  /// What a label with a colon introduces.
  enum Label: String {
    case source, date, person, nothing
  }

  /// Words that say what a person did for an article.
  static let roles = Lexicon<Role>(
    LexiconFile(PackageResources.roles_txt).entries.compactMap { entry in
      Role(rawValue: entry[1]).map { (entry[0], $0) }
    })

  /// Labels of the lines around an article.
  static let labels = Lexicon<Label>(
    LexiconFile(PackageResources.labels_txt).entries.compactMap { entry in
      Label(rawValue: entry[1]).map { (entry[0], $0) }
    })

  /// Endings of the names of papers, stations, sites and agencies.
  static let mediaEndings = words("media")
  /// Endings of the names of offices and other bodies.
  static let bodyEndings = words("body")
  /// Endings of the titles of notices.
  static let noticeEndings = words("notice")
  /// Words that close notices: 特此公告.
  static let noticeClosings = words("closing")
  /// Words that open the first paragraph of a report.
  static let openings = words("opening")
  /// Words that greet the readers of a notice.
  static let salutations = words("salutation")
  /// Those a notice greets.
  static let addressees = words("addressee")
  /// Endings of place names as they stand in headlines.
  static let placeEndings = words("place")
  /// Words of the banner of a newspaper page.
  static let banners = words("banner")
  /// Words of captions.
  static let captions = words("caption")
  /// Words before 来源 that make it the source of a picture or table only.
  static let pictures = words("picture")
  /// Endings of subtitles of long pieces: 纪实, 侧记.
  static let features = words("feature")

  /// Words that open the summary above a headline.
  static let summaries = words("summary")
  /// Words that head an editor's introduction: 编者按.
  static let introductions = words("introduction")
  /// Words before the name of one who speaks: 书记, 村民.
  static let speakers = words("speaker")
  /// Words before a telephone number or address.
  static let contacts = words("contact")
  /// Names of the columns that hold a paper's pictures.
  static let pictureColumns = words("picture-column")
  /// Words that stand where names do and are none: 佚名, 网络, 关注.
  static let noNames = words("no-name")

  private static func words(_ role: String) -> WordSet {
    WordSet(
      words: LexiconFile(PackageResources.words_txt).entries
        .filter { $0.count > 1 && $0[1] == role }
        .map { $0[0] })
  }
}

extension Lexicon {
  /// Where a word first stands inside a run.
  func first(in text: [Unicode.Scalar], _ range: Range<Int>) -> (at: Int, match: Match)? {
    for index in range {
      if let match = longestMatch(in: text, at: index, end: range.upperBound) {
        return (index, match)
      }
    }
    return nil
  }
}
