/// Whether two phrases name the same thing: one holds the other and is not much longer, or they
/// share most characters.
///
/// - Parameters:
///   - a: a phrase; nil and an empty one are alike.
///   - b: the other.
///   - least: the share of common characters asked for; of a phrase within another half is enough.
/// - Returns: whether they are alike, either way round.
package func areAlike(_ a: String?, _ b: String?, least: Double = 0.6) -> Bool {
  // 0.6: what two readers of the same pages shared when both meant the same words.
  let (a, b) = (NormalForm(name: a), NormalForm(name: b))
  if a.isEmpty || b.isEmpty { return a == b }
  if a.contains(b) || b.contains(a) {
    return Double(min(a.count, b.count)) / Double(max(a.count, b.count)) >= least / 2
  }
  return sharedCharacters(a, b) >= least
}

/// Whether two names are the same but for their marks and script.
package func areSameName(_ a: String?, _ b: String?) -> Bool {
  NormalForm(name: a) == NormalForm(name: b)
}

/// The F1 of two texts taken as bags of characters.
private func sharedCharacters(_ a: NormalForm, _ b: NormalForm) -> Double {
  var left: [Unicode.Scalar: Int] = [:]
  for scalar in b.scalars { left[scalar, default: 0] += 1 }
  var common = 0
  for scalar in a.scalars {
    guard let count = left[scalar], count > 0 else { continue }
    left[scalar] = count - 1
    common += 1
  }
  return 2 * Double(common) / Double(a.count + b.count)
}

/// Whether two numbers are the same; gold may have rounded a quotient to three digits.
package func areSameNumber(_ a: Double?, _ b: Double?) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  let areFractions =
    a.truncatingRemainder(dividingBy: 1) != 0
    && b.truncatingRemainder(dividingBy: 1) != 0
  return abs(a - b) <= (areFractions ? 1e-3 : 1e-9) * max(abs(a), abs(b), 1e-300)
}

/// Whether two units are the same under any of their spellings.
package func areSameUnit(_ a: String, _ b: String) -> Bool { unit(a) == unit(b) }

private func unit(_ text: String) -> NormalForm {
  let form = NormalForm(text)
  return spellings[form] ?? form
}

private let spellings: [NormalForm: NormalForm] = {
  let pairs = [
    "平方千米": "平方公里", "千米": "公里", "m2": "平方米", "km": "公里", "百分之": "%", "块": "元", "圆": "元",
    "元人民币": "元", "美金": "美元",
  ]
  return Dictionary(
    uniqueKeysWithValues: pairs.map { (NormalForm($0.key), NormalForm($0.value)) })
}()
