import Matching

/// The words that organisations are told by.
enum OrganizationLexicon {
  /// What a name with this ending needs before it.
  enum Suffix: String {
    /// A place or the state: 绵阳市|水务局, 国家|统计局.
    case office
    /// A place or a name of its own right before it: 石桥镇|供电所, 城关|供电所.
    case local
    /// The place or body it belongs to, right before it: 石桥村|党支部.
    case party
    /// A place right before it: 石桥镇|政府.
    case direct
    /// A name of its own: 蓝天|救援队.
    case named
  }

  /// Endings of names.
  static let suffixes = Lexicon(
    LexiconFile(PackageResources.organization_suffixes_txt).entries.compactMap { fields in
      Suffix(rawValue: fields[1]).map { (fields[0], $0) }
    })

  /// Organisations known all over the country.
  static let known = WordSet(words: LexiconFile(PackageResources.organization_known_txt).words)

  /// Trades and other words that bound most names but stand inside those of businesses.
  static let trades = WordSet(words: LexiconFile(PackageResources.organization_trades_txt).words)

  /// Words that stand before a name and introduce it; true for one that may also be its last word
  /// before the ending (职工医院).
  static let leads = WordSet(
    LexiconFile(PackageResources.organization_leads_txt).entries.map { fields in
      (fields[0], fields.count > 1)
    })

  /// Words that make no name of an ending.
  static let generic = WordSet(words: LexiconFile(PackageResources.organization_generic_txt).words)
}
