import Matching

/// Names without a Chinese surname, written by their sounds: 次仁旺堆, 沙仁图雅, 阿不都热合曼.
extension NameReader {
  /// Whether such a name may start at `index`, told cheaply.
  func maySound(at index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    return PersonLexicon.sounds.contains(text[index])
      && PersonLexicon.sounds.contains(text[index + 1])
      || PersonLexicon.parts.longestMatch(in: text, at: index) != nil
  }

  /// The name that starts at `index`, up to where a name can end: sounds that start or end
  /// with a part of a name.
  func sounded(at index: Int) -> Range<Int>? {
    guard maySound(at: index), passage.runStart[index] <= index else { return nil }
    let (last, whole) = soundEnds(from: index)
    // 乌云毕力格|高兴地: a sound behind the last part may begin the next word.
    guard let end = ends(at: whole) ? whole : last, (2...9).contains(end - index), ends(at: end),
      end == last || end - index > 2 && startsWithPart(index..<end),
      passage.places(in: index..<end).isEmpty, !isWord(at: index, afterOffice: false)
    else { return nil }
    return index..<end
  }

  private func startsWithPart(_ range: Range<Int>) -> Bool {
    PersonLexicon.parts.longestMatch(in: text, at: range.lowerBound, end: range.upperBound) != nil
  }

  /// Where the sounds end that start at `index`.
  func endOfSounds(from index: Int) -> Int { soundEnds(from: index).whole }

  /// Where the last part of a name among the sounds ends, and where the sounds do.
  private func soundEnds(from index: Int) -> (lastPart: Int?, whole: Int) {
    var end = index
    var lastPart: Int?
    while end < text.count {
      if let part = PersonLexicon.parts.longestMatch(in: text, at: end) {
        end += part.length
        lastPart = end
      } else if PersonLexicon.sounds.contains(text[end]) || opensNegatedSound(end) {
        end += 1
      } else {
        break
      }
    }
    return (lastPart, end)
  }

  /// 阿|不都: 不 writes a sound only before these.
  func opensNegatedSound(_ index: Int) -> Bool {
    index > 0 && index + 1 < text.count && text[index] == "不"
      && "都力拉来里".unicodeScalars.contains(text[index + 1])
      && PersonLexicon.sounds.contains(text[index - 1])
  }
}
