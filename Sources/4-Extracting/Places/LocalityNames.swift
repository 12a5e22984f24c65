import Matching
import Model

/// Settles the names of places below the gazetteer over a whole article: left ends that other
/// mentions correct, weak forms without support, and short forms of a name given in full.
struct LocalityNames {
  let fields: [PlaceText]
  let lexicons: PlaceLexicons

  /// Corrects, drops and adds drafts.
  func settle(_ drafts: inout [[PlaceDraft]]) {
    trim(&drafts)
    house(&drafts)
    drop(&drafts)
    let full = drafts.joined().filter { $0.form != nil }
    for index in drafts.indices {
      let short = shortForms(of: Array(full), in: fields[index], taken: drafts[index])
      drafts[index] = (drafts[index] + short).inReadingOrder()
    }
    unify(&drafts)
  }

  // MARK: Left ends

  /// Where another mention shows that a name begins later or earlier, moves its left end.
  private func trim(_ drafts: inout [[PlaceDraft]]) {
    let counts = Dictionary(
      drafts.joined().filter { $0.form?.isBounded == true }.map { ($0.name, 1) },
      uniquingKeysWith: +)
    for field in drafts.indices {
      for index in drafts[field].indices where drafts[field][index].form != nil {
        move(&drafts[field][index], counts: counts, in: fields[field])
      }
    }
  }

  private func move(_ draft: inout PlaceDraft, counts: [String: Int], in text: PlaceText) {
    guard let form = draft.form, draft.candidates.isEmpty else { return }
    let name = draft.name
    let shorter = (1..<max(1, name.count)).lazy.map { String(name.dropFirst($0)) }.first {
      counts[$0] != nil && $0.count >= form.head.count + 2
        && (!form.isBounded || isWord(name.dropLast($0.count))
          || counts[name, default: 0] < counts[$0, default: 0])
    }
    if let best = shorter ?? longer(name, in: counts, endingAt: draft.range.upperBound, of: text) {
      setName(best, of: &draft)
    }
  }

  /// The longest name of another mention that is printed here and ends in `name`.
  private func longer(
    _ name: String, in counts: [String: Int], endingAt end: Int, of text: PlaceText
  ) -> String? {
    let least = name.unicodeScalars.count + 1
    let most = min(Self.longestName, end)
    return stride(from: most, through: least, by: -1).lazy.map { text.string(end - $0..<end) }
      .first { counts[$0] != nil && $0.hasSuffix(name) }
  }

  /// More code points than any name of a village or a housing area has.
  private static let longestName = 30

  private func isWord(_ words: Substring) -> Bool {
    lexicons.nameStops[String(words)] != nil || lexicons.plainWords[String(words)] != nil
  }

  private func setName(_ name: String, of draft: inout PlaceDraft) {
    let start = draft.range.upperBound - name.unicodeScalars.count
    guard start >= 0, let form = draft.form else { return }
    draft.range = start..<draft.range.upperBound
    draft.name = name
    draft.form?.stem = String(name.dropLast(form.head.count))
  }

  // MARK: Housing areas called 新区

  /// A 新区 that no division holds and that stands beside 小区 or 居民 is a housing area.
  private func house(_ drafts: inout [[PlaceDraft]]) {
    for field in drafts.indices {
      for index in drafts[field].indices {
        let draft = drafts[field][index]
        if isFarming(draft, in: fields[field]) {
          drafts[field][index].level = .community
          continue
        }
        guard draft.form?.head == "新区", draft.form?.hasParent == false else { continue }
        let names = drafts.joined().filter { $0.name == draft.name }
        let isOne = names.contains { isHousing($0, in: fields[field]) }
        if isOne, !names.contains(where: { $0.form?.hasParent == true }) {
          drafts[field][index].level = .estate
        }
      }
    }
  }

  /// A 新村 whose sentences go on with 全村 or 村民 is a village.
  private func isFarming(_ draft: PlaceDraft, in text: PlaceText) -> Bool {
    guard draft.form?.head == "新村", draft.level == .estate, draft.form?.hasParent == true else {
      return false
    }
    let around =
      max(0, draft.range.lowerBound - 40)..<min(text.scalars.count, draft.range.upperBound + 60)
    return text.contains(anyOf: ["全村", "村民", "村委", "村党", "村支", "村里"], in: around)
      && !text.contains(anyOf: ["小区", "业主", "社区", "居民"], in: around)
  }

  private func isHousing(_ draft: PlaceDraft, in text: PlaceText) -> Bool {
    let end = min(text.scalars.count, draft.range.upperBound + 24)
    guard draft.range.upperBound < end else { return false }
    return text.contains(anyOf: ["小区", "居民", "业主"], in: draft.range.upperBound..<end)
  }

  // MARK: Weak forms

  private func drop(_ drafts: inout [[PlaceDraft]]) {
    let counts = Dictionary(drafts.joined().map { ($0.name, 1) }, uniquingKeysWith: +)
    for field in drafts.indices {
      drafts[field].removeAll { draft in
        guard let form = draft.form else { return false }
        return !isSupported(draft, form, counts: counts, in: fields[field])
      }
    }
  }

  private func isSupported(
    _ draft: PlaceDraft, _ form: PlaceDraft.Form, counts: [String: Int], in text: PlaceText
  ) -> Bool {
    if !draft.candidates.isEmpty || form.hasParent { return true }
    let isRepeated = counts[draft.name, default: 0] > 1
    if form.strength != .weak { return form.isBounded || isRepeated }
    if ["安置区", "安置点"].contains(where: { text.hasPrefix($0, at: draft.range.lowerBound - 3) }) {
      return true
    }
    return (form.isBounded && (isRepeated || isPart(draft, form))) || hasEstateSign(draft, in: text)
      || isHome(draft, form, in: text)
      || counts[draft.name + "小区"] != nil || (form.isBounded && isListed(draft, form, in: text))
  }

  /// 兴业家园B区: the part that its name ends in.
  private func isPart(_ draft: PlaceDraft, _ form: PlaceDraft.Form) -> Bool {
    draft.level == .estate && !draft.name.hasSuffix(form.head)
  }

  /// 城南屯、新立屯: another name of the same head noun stands beside it in a list.
  private func isListed(
    _ draft: PlaceDraft, _ form: PlaceDraft.Form, in text: PlaceText
  ) -> Bool {
    let head = form.head.unicodeScalars.count
    if text[draft.range.lowerBound - 1] == "、" {
      return text.hasPrefix(form.head, at: draft.range.lowerBound - 1 - head)
    }
    guard text[draft.range.upperBound] == "、" else { return false }
    let rest = draft.range.upperBound + 1..<draft.range.upperBound + 9
    return text.contains(anyOf: [form.head], in: rest)
  }

  /// 住在蜀山街附近的华兴苑，: words of living or lying before the name, and an end or a spot behind.
  private func isHome(_ draft: PlaceDraft, _ form: PlaceDraft.Form, in text: PlaceText) -> Bool {
    guard draft.level == .estate, form.isBounded, form.stem.unicodeScalars.count >= 2,
      !isWord(Substring(form.stem)), lexicons.genericStems[form.stem] == nil
    else { return false }
    let next = text[draft.range.upperBound]
    let isClosed =
      next.map { !$0.isHan && !$0.opensQuotation && !$0.closesQuotation } ?? true
      || lexicons.spotWords.startsWord(in: text.scalars, at: draft.range.upperBound)
    return isClosed
      && lexicons.homeWords.endsWord(
        in: text.scalars, at: draft.range.lowerBound, from: max(0, draft.range.lowerBound - 4))
  }

  private func hasEstateSign(_ draft: PlaceDraft, in text: PlaceText) -> Bool {
    draft.level == .estate && draft.form?.isBounded == true
      && lexicons.estateSigns.startsWord(in: text.scalars, at: draft.range.upperBound)
  }

  // MARK: Short forms

  /// 阳光春城 for 阳光春城小区: the stem alone, where it is long enough to be no ordinary word.
  private func shortForms(
    of full: [PlaceDraft], in text: PlaceText, taken: [PlaceDraft]
  ) -> [PlaceDraft] {
    var stems = Lexicon<PlaceDraft>()
    for draft in full where draft.level == .estate {
      guard let form = draft.form, form.stem.unicodeScalars.count >= 3, form.head == "小区" else {
        continue
      }
      stems.insert(form.stem, draft)
    }
    guard stems.count > 0 else { return [] }
    var found: [PlaceDraft] = []
    var index = 0
    while index < text.scalars.count {
      guard let match = stems.longestMatch(in: text.scalars, at: index) else {
        index += 1
        continue
      }
      let range = index..<index + match.length
      if !taken.contains(where: { $0.range.overlaps(range) }), !isLonger(range, in: text) {
        found.append(PlaceDraft(short: range, of: match.value))
      }
      index = range.upperBound
    }
    return found
  }

  /// 广灵路 in 广灵路街道: the stem begins another name.
  private func isLonger(_ range: Range<Int>, in text: PlaceText) -> Bool {
    let last = text[range.upperBound - 1]
    return last == "路" || last == "街" || last == "道"
      || lexicons.headNouns.longestMatch(in: text.scalars, at: range.upperBound)
        .map { $0.value.word != "居" } == true
      || ["路", "街"].contains { text.hasPrefix($0, at: range.upperBound) }
  }

  // MARK: One name for one place

  /// 玉兰园 and 玉兰园小区 are one place: the more frequent form names it.
  private func unify(_ drafts: inout [[PlaceDraft]]) {
    var printed: [String: Int] = [:]
    for (field, drafts) in drafts.enumerated() {
      for draft in drafts where draft.level == .estate {
        printed[fields[field].string(draft.range), default: 0] += 1
      }
    }
    for field in drafts.indices {
      for index in drafts[field].indices where isEstate(drafts[field][index], printed) {
        drafts[field][index].level = .estate
        drafts[field][index].name = usual(drafts[field][index].name, printed)
      }
    }
  }

  /// Whether a place is a housing area, or a 新村 that another mention shows to be one.
  private func isEstate(_ draft: PlaceDraft, _ printed: [String: Int]) -> Bool {
    draft.level == .estate
      || (draft.level == .community && draft.name.hasSuffix("新村")
        && (printed[draft.name] ?? printed[draft.name + "小区"]) != nil)
  }

  /// The form of a name that is printed more often; the fuller one where they are level.
  private func usual(_ name: String, _ printed: [String: Int]) -> String {
    let bare = name.hasSuffix("小区") ? String(name.dropLast(2)) : name
    guard let full = printed[bare + "小区"] else { return name }
    let isName = bare.unicodeScalars.last.map {
      "园苑城庭府里邸居都湾墅村".unicodeScalars.contains($0)
    }
    return isName == true && printed[bare, default: 0] > full ? bare : bare + "小区"
  }
}
