/// Words that stand for a value of a short list.
package enum Spelled {
  /// The value that `word` spells; `what` says in the singular what the values are, such as
  /// `level of places`.
  ///
  /// - Throws: `QueryError` that names all values, the near ones first.
  package static func value<Value: RawRepresentable & CaseIterable>(
    _ word: some StringProtocol, what: String
  ) throws(QueryError) -> Value where Value.RawValue == String {
    if let value = Value(rawValue: String(word)) { return value }
    throw unknown(String(word), what: what, known: Value.allCases.map(\.rawValue))
  }

  /// The refusal of a word that is none of the known.
  static func unknown(_ word: String, what: String, known: [String]) -> QueryError {
    QueryError(
      .wrongUsage,
      "“\(word)” is no \(what)\(Nearest.suggestion(for: word, in: known)); there are "
        + known.joined(separator: ", "))
  }
}
