import TestSupport

extension CleanText {
  /// The page with its lines broken.
  func page(broken kind: NoiseKind, _ random: inout SeededGenerator) -> String {
    // 18 to 40 characters: columns of papers and of mail.
    let width = Int.random(in: 18...40, using: &random)
    switch kind {
    case .column:
      let lines = paragraphs.flatMap { $0.indented.wrapped(at: width) }
      return ([title, ""] + lines).joined(separator: "\n") + "\n"
    case .looseColumn:
      let lines = paragraphs.flatMap { $0.wrapped(at: width) }
      return ([title] + lines).joined(separator: "\n\n") + "\n"
    default:
      let isDoubled = kind == .doubled
      var spoiled = self
      spoiled.paragraphs = paragraphs.map { $0.torn(doubling: isDoubled, &random) }
      return spoiled.page
    }
  }

  /// Two pieces set in columns of twenty characters and read across both.
  func page(interleavedWith other: CleanText) -> String {
    let columns = [self, other].map { text in
      [text.title] + text.paragraphs.flatMap { $0.indented.wrapped(at: 20) }
    }
    let height = max(columns[0].count, columns[1].count)
    let lines = (0..<height).flatMap { row in
      columns.compactMap { row < $0.count ? $0[row] : nil }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate var indented: String { "　　" + self }

  /// The text in lines of one width; a closing mark does not begin a line.
  fileprivate func wrapped(at width: Int) -> [String] {
    var lines: [String] = []
    var rest = self[...]
    while !rest.isEmpty {
      var line = rest.prefix(width)
      if let next = rest.dropFirst(width).first, "，。、；：？！”》）".contains(next) {
        line = rest.prefix(width + 1)
      }
      lines.append(String(line))
      rest = rest[line.endIndex...]
    }
    return lines
  }

  /// The text with a blank line inside every other sentence of ten characters and more.
  fileprivate func torn(doubling: Bool, _ random: inout SeededGenerator) -> String {
    let characters = Array(self)
    var torn = ""
    var start = 0
    var isNext = true
    for end in 1...characters.count
    where end == characters.count || "。！？".contains(characters[end - 1]) {
      let sentence = characters[start..<end]
      let places = sentence.indices.dropFirst(3).dropLast(4).filter {
        characters[$0 - 1].isHan && characters[$0].isHan
      }
      if sentence.count >= 10, isNext, let at = places.randomElement(using: &random) {
        torn += String(sentence[..<at]) + "\n\n"
        torn += (doubling ? String(characters[at - 1]) : "") + String(sentence[at...])
      } else {
        torn += String(sentence)
      }
      isNext.toggle()
      start = end
    }
    return torn
  }
}

extension Character {
  var isHan: Bool { unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) } }
}
