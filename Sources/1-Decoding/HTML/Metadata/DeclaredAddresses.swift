/// Gathers what a page says of its own address; of several statements the one in the most exact
/// form is kept, and of two in one form the first.
struct DeclaredAddresses {
  private struct Statement {
    let words: [Unicode.Scalar]
    /// Whether linked data says something else on the same level: it lists several pieces, and
    /// none is known to be the page's.
    var isContradicted = false
  }

  /// By their rank, lower is better.
  private var statements: [Int: Statement] = [:]
  private var base: WebAddress?

  /// Takes what a page says; anything but an address, whole or without scheme and host, is passed
  /// over.
  mutating func add(_ words: [Unicode.Scalar], rank: Int) {
    if let known = statements[rank], rank < LinkedData.rank || known.isContradicted { return }
    guard WebAddress.isPartial(words) || WebAddress(words) != nil else { return }
    if let known = statements[rank] {
      statements[rank]?.isContradicted = known.words != words
    } else {
      statements[rank] = Statement(words: words)
    }
  }

  /// Takes the address that those on the page are relative to.
  mutating func addBase(_ words: [Unicode.Scalar]) { base = base ?? WebAddress(words) }

  /// The address in the most exact form.
  ///
  /// - Parameter note: what the program that saved the page says, which is believed before all else.
  /// - Returns: an absolute address; nil where nothing tells one.
  func best(_ note: SavingNote?) -> String? {
    let ranked = statements.sorted { $0.key < $1.key }
    let whole = ranked.compactMap { WebAddress($0.value.words) }
    if let note { return Self.address(of: note, whole) }
    let trusted = ranked.filter { !$0.value.isContradicted }
    let page = whole.first ?? base
    let address = trusted.lazy.compactMap { WebAddress($0.value.words, on: page) }.first
    return (address ?? base.flatMap { $0.namesPage ? $0 : nil })?.text
  }

  /// The address in a note, with the scheme that the page says the same site has.
  private static func address(of note: SavingNote, _ declared: [WebAddress]) -> String {
    guard note.isSchemeGuessed else { return note.address.text }
    let secure = "https" + note.address.text.dropFirst("http".count)
    let site = WebAddress(Array(secure.unicodeScalars))?.origin
    return declared.contains { $0.origin == site } ? secure : note.address.text
  }
}
