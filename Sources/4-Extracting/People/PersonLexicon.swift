import Matching

/// The words that people are told by.
enum PersonLexicon {
  /// What a word beside a name says of the person.
  enum Role: String {
    /// An office that is held.
    case office
    /// A calling, a part in life: 村民, 志愿者.
    case calling
    /// Those who made the article.
    case press
  }

  /// What a word behind a name does.
  enum After: String {
    /// Only a person does it.
    case says
    /// It goes on with the sentence.
    case goesOn = "goes on"
  }

  /// Characters common in given names.
  static let given = WordSet(words: LexiconFile(PackageResources.given_name_characters_txt).words)

  /// Characters that write the sounds of foreign given names (库尔班, 娜仁).
  static let sounds = ScalarSet(
    LexiconFile(PackageResources.transliteration_characters_txt).words.joined())

  /// Parts of Tibetan, Mongol and Uyghur given names (次仁, 图雅).
  static let parts = WordSet(words: LexiconFile(PackageResources.name_parts_txt).words)

  /// What follows a surname without being a given name (王大妈, 刘某).
  static let notGiven = WordSet(words: LexiconFile(PackageResources.no_given_names_txt).words)

  /// Common words that start like a name; true for one that is a name beside an office (高峰).
  static let notNames = WordSet(
    LexiconFile(PackageResources.not_names_txt).entries.map { fields in
      (fields[0], fields.count < 2)
    })

  /// Words that tell a name (名叫).
  static let naming = WordSet(words: LexiconFile(PackageResources.naming_words_txt).words)

  /// What is told of a person right behind the name (男, 今年).
  static let describing = WordSet(words: LexiconFile(PackageResources.describing_words_txt).words)

  /// Offices and callings.
  static let roles = Lexicon(
    LexiconFile(PackageResources.roles_txt).entries.compactMap { fields in
      Role(rawValue: fields[1]).map { (fields[0], $0) }
    })

  /// Words that follow a name.
  static let after = Lexicon(
    LexiconFile(PackageResources.after_name_words_txt).entries.compactMap { fields in
      After(rawValue: fields[1]).map { (fields[0], $0) }
    })
}
