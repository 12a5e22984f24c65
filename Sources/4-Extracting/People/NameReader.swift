import Matching
import Model

/// Reads a person's name at a position.
struct NameReader {
  let passage: Passage

  /// How often the passage prints the words that may be names.
  private let counts: WordCounts

  /// Whether a position lies in a place's name.
  private let isPlace: [Bool]

  /// Prepares a reader.
  init(_ passage: Passage) {
    self.passage = passage
    let text = passage.text
    let places = text.indices.filter {
      Surnames.common.longestMatch(in: text, at: $0) != nil
    }
    var isPlace = [Bool](repeating: false, count: text.count)
    for place in passage.places { for at in place.span.range { isPlace[at] = true } }
    self.isPlace = isPlace
    counts = WordCounts(text, starts: places)
  }

  var text: [Unicode.Scalar] { passage.text }

  /// Whether a name may start at `index`, told cheaply.
  func mayStart(at index: Int) -> Bool {
    guard text[index].isHan else { return false }
    return Surnames.common.longestMatch(in: text, at: index) != nil || hasDot(after: index)
      || maySound(at: index)
  }

  private func hasDot(after index: Int) -> Bool {
    for at in index..<min(index + 6, text.count) where isNameDot(text[at]) { return true }
    return false
  }

  private func isNameDot(_ scalar: Unicode.Scalar) -> Bool { scalar == "·" || scalar == "•" }

  /// The name that starts at `index`, as far as the words behind it make certain; nil for none.
  ///
  /// `afterRole` says whether a role stands right before it, so that a name the words leave open may
  /// be settled by its return; `afterOffice` whether an office stands right before it: 高峰 is a name only there.
  func name(at index: Int, afterOffice: Bool = false, afterRole: Bool = false) -> Range<Int>? {
    if let foreign = dotted(at: index) { return foreign }
    guard let surname = Surnames.common.longestMatch(in: text, at: index),
      !isWord(at: index, afterOffice: afterOffice),
      !isPlace[index]
    else { return nil }
    return given(after: surname.length, at: index, afterRole).flatMap { crosses($0) ? nil : $0 }
  }

  /// 代表|向东兴街道办送锦旗: a place begins inside the name and goes on behind it.
  private func crosses(_ name: Range<Int>) -> Bool {
    guard name.upperBound < text.count, isPlace[name.upperBound - 1], isPlace[name.upperBound]
    else {
      return false
    }
    return passage.places(in: name.upperBound - 1..<name.upperBound)
      .contains { $0.span.start > name.lowerBound && $0.span.end > name.upperBound }
  }

  /// The name whose surname of `length` code points starts at `index`.
  private func given(after length: Int, at index: Int, _ afterRole: Bool) -> Range<Int>? {
    let first = index + length
    guard first < text.count, isGiven(first), !isTitle(at: first), !isOffice(at: first) else {
      return nil
    }
    let short = index..<first + 1
    guard first + 1 < text.count, isGiven(first + 1) else { return short }
    let long = index..<first + 2
    if isHeldBoundary(first + 1) || isBoundaryName(long) { return long }
    if endsSurely(at: short.upperBound) || opensDeputy(at: short.upperBound) { return short }
    if ends(at: long.upperBound) {
      return isOpen(first + 1) && recurs(short, without: long) ? short : long
    }
    if ends(at: short.upperBound) { return short }
    guard afterRole else { return nil }
    return recurring(long) ?? recurring(short) ?? (isPlain(long, from: first) ? long : nil)
  }

  /// 徐兴有说, 徐兴和，, 徐兴和向大家: what would bound the name ends it before a mark or a word that only
  /// people do.
  private func isHeldBoundary(_ index: Int) -> Bool {
    guard "有和如向中以".unicodeScalars.contains(text[index]), passage.runStart[index] > index,
      index + 1 < text.count
    else { return false }
    return "，,。；;、等向对将把".unicodeScalars.contains(text[index + 1])
      || PersonLexicon.after.longestMatch(in: text, at: index + 1)?.value == .says
  }

  /// 樊建设参加, 王景起: a word that bounds other names is this one's given name, or its end wherever
  /// the passage prints it.
  private func isBoundaryName(_ long: Range<Int>) -> Bool {
    let last = long.upperBound - 1
    guard passage.runStart[last] > last, common(last), ends(at: long.upperBound) else {
      return false
    }
    if Boundaries.isBoundary(text, last - 1..<last + 1) { return common(last - 1) }
    return "起以无其由再".unicodeScalars.contains(text[last]) && count(long) > 1
      && count(long) == count(long.lowerBound..<last)
  }

  /// Whether both given characters are those of names and the second one opens no other word:
  /// 主任陈再安聊起, where nothing is known of what follows.
  private func isPlain(_ long: Range<Int>, from first: Int) -> Bool {
    common(first) && common(first + 1) && !isOpen(first + 1)
      && PersonLexicon.notNames.longestMatch(in: text, at: first) == nil
  }

  /// Whether a common word starts at `index` that is no name here.
  func isWord(at index: Int, afterOffice: Bool) -> Bool {
    guard let word = PersonLexicon.notNames.longestMatch(in: text, at: index) else { return false }
    return
      !(afterOffice && word.value && word.length == 2 && common(index + 1)
      && endsSurely(at: index + 2))
  }

  /// A name of parts that dots join (阿依古丽·买买提).
  private func dotted(at index: Int) -> Range<Int>? {
    var end = index
    var dots = 0
    while end < text.count, text[end].isHan || isNameDot(text[end]),
      end - index < 20
    {
      if !text[end].isHan {
        guard end > index + 1 else { return nil }
        dots += 1
      }
      if dots > 0, passage.runStart[end] > index, !opensNegatedSound(end) { break }
      if dots == 0, end - index > 5 { return nil }
      end += 1
    }
    guard dots > 0, let last = text[index..<end].lastIndex(where: isNameDot) else {
      return nil
    }
    // 库尔班江·肉孜竖起: the last part goes as far as its characters write sounds.
    let soundsEnd = endOfSounds(from: last + 1)
    if soundsEnd - last > 2 { end = soundsEnd }
    guard end - index >= 5, text[end - 1].isHan else { return nil }
    return index..<end
  }

  private func isGiven(_ index: Int) -> Bool {
    text[index].isHan && (passage.runStart[index] <= index || common(index))
  }

  private func common(_ index: Int) -> Bool {
    PersonLexicon.given.value(of: text, in: index..<index + 1) != nil
  }

  private func isTitle(at index: Int) -> Bool {
    guard let match = PersonLexicon.notGiven.longestMatch(in: text, at: index) else { return false }
    // 何家鸿: 家 begins a given name too.
    return match.length > 1 || text[index] != "家" || index + 1 >= text.count
      || !common(index + 1) || !endsSurely(at: index + 2)
  }

  /// 任|组长, 任|主任: a verb that reads as a surname, and the office it gives.
  private func isOffice(at index: Int) -> Bool {
    let role = PersonLexicon.roles.longestMatch(in: text, at: index)
    return role?.value == .office
  }

  /// Whether a name must end at `index`: 等, a word no name holds, or one of two code points that
  /// follows names.
  private func endsSurely(at index: Int) -> Bool {
    guard index < text.count else { return true }
    if text[index] == "等" || passage.runStart[index] > index || isCount(index) { return true }
    return PersonLexicon.after.longestMatch(in: text, at: index).map { $0.length > 1 } ?? false
  }

  /// 魏晓琳|五位: how many they are.
  private func isCount(_ index: Int) -> Bool {
    index + 1 < text.count && "二两三四五六七八九十".unicodeScalars.contains(text[index])
      && "位名人".unicodeScalars.contains(text[index + 1])
  }

  /// 陈豪|副主任: an office that begins with 副.
  private func opensDeputy(at index: Int) -> Bool {
    text[index] == "副"
      && PersonLexicon.roles.longestMatch(in: text, at: index)?.value == .office
  }

  /// Whether a name can end at `index`: a mark, a word no name holds, or one that follows names.
  func ends(at index: Int) -> Bool {
    guard index < text.count else { return true }
    return passage.runStart[index] > index || isCount(index)
      || PersonLexicon.after.longestMatch(in: text, at: index) != nil
      || PersonLexicon.roles.longestMatch(in: text, at: index)?.value == .office
  }

  /// Whether a code point may end a name as well as go on with the sentence (正, 一).
  private func isOpen(_ index: Int) -> Bool {
    PersonLexicon.after.longestMatch(in: text, at: index) != nil
  }

  /// Whether the passage also prints the shorter of two names with other words behind it.
  private func recurs(_ short: Range<Int>, without long: Range<Int>) -> Bool {
    count(short) > count(long)
  }

  /// A name that the words behind it leave open, if the passage prints it once more.
  private func recurring(_ range: Range<Int>) -> Range<Int>? { count(range) > 1 ? range : nil }

  /// How often the passage prints the words of a name.
  func count(_ range: Range<Int>) -> Int { counts.count(of: range) }
}
