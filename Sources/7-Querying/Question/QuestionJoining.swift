import Matching

extension QuestionToken {
  /// The tokens with those put together that are one word no lexicon holds: 老旧 and 小区, 数据 and
  /// 中心, 不 and 动产登记.
  static func joined(_ tokens: [QuestionToken]) -> [QuestionToken] {
    var result: [QuestionToken] = []
    for token in tokens {
      let before = result.dropLast().last?.word
      if let last = result.last, token.isGlued, last.joins(token, after: before) {
        let text = last.text + token.text
        result[result.count - 1] = QuestionToken(
          word: .unknown(text), text: text, isGlued: last.isGlued)
      } else {
        result.append(token)
      }
    }
    return result
  }

  private func joins(_ next: QuestionToken, after before: QuestionWord?) -> Bool {
    switch (word, next.word) {
    case (.unknown, .group), (.unknown, .showOrGroup): return true
    case (.group, .unknown), (.show, .unknown), (.showOrGroup, .unknown):
      return !text.utf8.allSatisfy { $0 < 128 } && !Self.asks(before)
    case (.action, .unknown) where next.text.unicodeScalars.count == 1: return true
    case (_, .unknown): return isLoneCharacter
    default: return false
    }
  }

  /// Whether a group or a kind of row follows such a word.
  private static func asks(_ word: QuestionWord?) -> Bool {
    switch word {
    case .which, .each: true
    default: false
    }
  }

  /// One character that more often begins a word than stands alone.
  private var isLoneCharacter: Bool {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
      return false
    }
    switch word {
    case .unknown, .number, .name, .days, .unit, .many, .quoted, .either: return false
    default: return !scalar.isASCII && !Self.particles.contains(scalar)
    }
  }

  /// Characters that are grammar wherever they stand.
  private static let particles = Set("的了吗呢在有是和与及被把".unicodeScalars)
}
