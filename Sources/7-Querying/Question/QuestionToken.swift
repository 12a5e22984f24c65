import Model

/// One word of a question, understood.
enum QuestionWord: Hashable {
  case show(Show)
  case group(Grouping)
  /// A word that is one of the two, by what stands before it.
  case showOrGroup(Show, Grouping)
  /// `by`, 各: a group follows.
  case each
  /// `which`, 哪些: a group or a kind of row follows.
  case which
  /// `how many`, 多少.
  case many
  /// `how much money`, 多少钱.
  case money
  /// `spent`, 投入: goes with money.
  case spend
  case compare(Comparison)
  /// 以上 after a number.
  case compareAfter(Comparison)
  case time(TimeWord)
  /// 关于: what it is about follows.
  case about
  /// 提到: words of the text follow.
  case mention
  case kind(ArticleKind)
  case order(Order)
  /// `launched`, 开展: says that a program runs.
  case run
  /// 去年: says no day by itself.
  case relative
  case filler
  case unit(String)
  case number(Double)
  case days(ClosedRange<CalendarDate>)
  case subject(String)
  case name(QuestionName)
  /// Words between quotation marks that are no name of the archive.
  case quoted(String)
  case unknown(String)
}

enum Comparison: String, Hashable { case over, least, most, under }

enum TimeWord: String, Hashable {
  case since, until, before, to
  case sinceAfter = "since-after"
  case untilAfter = "until-after"
  case beforeAfter = "before-after"
}

enum Order: String, Hashable { case largest, smallest, latest, top }

/// A name of the archive that a question holds.
enum QuestionName: Hashable {
  case place([PlaceRoot], String)
  case program(String)
  case topic(String)
  case source(String)
  case organization(String)
  case person(String)
}

/// A word and where it stands.
struct QuestionToken: Hashable {
  let word: QuestionWord
  /// The words as asked.
  let text: String
  /// Whether nothing stands between it and the word before.
  let isGlued: Bool
}
