import Matching
import Model

/// How a place may be called: by its full name or without the word for its level.
enum PlaceForm {
  private static let endings: [String: Set<String>] = {
    let entries = LexiconFile(PackageResources.place_endings_txt).entries
    return entries.reduce(into: [:]) { $0[$1[0], default: []].insert($1[1]) }
  }()

  /// The beginnings of full names that `word` may stand for.
  static func stems(of word: String) -> [String] {
    // 阿坝州 is 阿坝藏族羌族自治州.
    word.hasSuffix("州") && word.unicodeScalars.count > 2 ? [word, String(word.dropLast())] : [word]
  }

  /// Whether `word` is the name or its short form: 遂宁 or 遂宁市 for 遂宁市, 阿坝 or 阿坝州 for
  /// 阿坝藏族羌族自治州.
  static func matches(_ word: String, name: String, level: String) -> Bool {
    if word == name { return true }
    guard word.unicodeScalars.count > 1 else { return false }
    return stems(of: word).contains { stem in
      guard name.hasPrefix(stem), stem.unicodeScalars.count > 1 else { return false }
      let rest = String(name.unicodeScalars.dropFirst(stem.unicodeScalars.count))
      if stem != word { return rest.hasSuffix("自治州") }
      return endings[level]?.contains(rest) == true || isAutonomous(rest, level)
    }
  }

  /// The name and its short form, to compare with what a person mistyped.
  static func spellings(_ place: (name: String, level: String)) -> (String, [String]) {
    let (name, level) = place
    let short = (endings[level] ?? []).compactMap { ending -> String? in
      guard name.hasSuffix(ending) else { return nil }
      return String(name.unicodeScalars.dropLast(ending.unicodeScalars.count))
    }
    return (name, [name] + short.filter { $0.unicodeScalars.count > 1 })
  }

  /// Whether a word ends like the name of a province, city, county or town; 小区 and 社区 do not.
  static func endsLikeDivision(_ word: String) -> Bool {
    word.unicodeScalars.count > 2 && !word.hasSuffix("小区") && !word.hasSuffix("社区")
      && ["province", "city", "county", "town"].contains { level in
        endings[level]?.contains(where: word.hasSuffix) == true
      }
  }

  private static func isAutonomous(_ rest: String, _ level: String) -> Bool {
    let count = rest.unicodeScalars.count
    guard count > 3 else { return level == "city" && rest == "自治州" }
    switch level {
    case "province": return rest.hasSuffix("自治区")
    case "city": return rest.hasSuffix("自治州")
    case "county": return rest.hasSuffix("自治县") || rest.hasSuffix("自治旗")
    case "town": return rest.hasSuffix("族乡") || rest.hasSuffix("民族乡")
    default: return false
    }
  }
}
