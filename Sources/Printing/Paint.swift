/// Emphasis on a terminal by the SGR sequences of ECMA-48, section 8.3.117; none where it is off.
package struct Paint: Hashable, Sendable {
  /// Whether anything is coloured.
  package let isOn: Bool

  /// Plain text.
  package static let off = Paint(isOn: false)

  /// Makes a paint.
  package init(isOn: Bool) { self.isOn = isOn }

  /// Words in bold: names of columns, titles.
  package func bold(_ text: String) -> String { wrapped(text, "1") }

  /// Words that stand back: rules.
  package func faint(_ text: String) -> String { wrapped(text, "2") }

  /// A cell in which the searched words, between 【 and 】, stand out.
  func hit(_ text: String) -> String {
    guard isOn, let open = text.firstIndex(of: "【") else { return text }
    let end = text[open...].firstIndex(of: "】").map { text.index(after: $0) } ?? text.endIndex
    return text[..<open] + wrapped(String(text[open..<end]), "1;33") + text[end...]
  }

  private func wrapped(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
