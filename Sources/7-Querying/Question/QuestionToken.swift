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
  /// 之间: the ends of a range.
  case between
  /// 以上 after a number.
  case compareAfter(Comparison)
  case time(TimeWord)
  /// 在哪里: the place of what is named.
  case place
  /// 总和: the rows counted together.
  case total
  /// 新增: what happened to what a fact counts.
  case action(String)
  /// 书记: what a person is.
  case role(String)
  /// 数量: how many rows there are, or what a fact counts.
  case amount
  /// 人数: the unit in which the answer is told.
  case askedUnit(String)
  /// 以 … 为单位: a unit follows.
  case unitOf
  /// 或者: one or the other.
  case either
  /// 没有: what a question cannot leave out.
  case without
  /// 什么时候, 为什么: what no row tells.
  case untold(Untold)
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
  /// 总投资, with the unit it is told in where it has one.
  case subject(String, unit: String?)
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

/// What a question may ask and no row of an archive tells.
enum Untold: String, Hashable {
  /// On what day something began or happened.
  case when
  /// For what reason, or in what way.
  case why
  /// How things compare or develop.
  case trend
  /// What many numbers come to on average.
  case average
}

enum Order: String, Hashable { case largest, smallest, latest, earliest, top }

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

  /// Whether it asks for something, so that it is no word of a text: 哪些人 in 提到了哪些人.
  var asks: Bool {
    switch word {
    case .which, .many, .money: true
    default: ["哪", "什", "谁"].contains(text.unicodeScalars.first)
    }
  }
}
