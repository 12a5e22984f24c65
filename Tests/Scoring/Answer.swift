import TestSupport

/// How an answer stands to what was expected.
package enum Verdict: String, CaseIterable, Sendable {
  /// What was expected came back.
  case right
  /// Rows came back that were not expected: the worst that can happen.
  case wrong
  /// No row came back where some were expected.
  case refused
}

extension QuestionTable.Entry {
  /// The same question with what the program answers.
  ///
  /// - Throws: what the system says when the program cannot be started.
  package func answered(by archive: ImportedArchive) throws -> Self {
    let shown = fields.isEmpty ? [] : ["--fields", fields]
    let result = try archive.run(["query", question, "--format", "csv"] + shown)
    let notes = Self.lines(result.errors).map {
      $0.hasPrefix("archive: ") ? String($0.dropFirst("archive: ".count)) : $0
    }
    let prefix = "understood as: query "
    var answer = QuestionTable.Entry(question: question, fields: fields)
    answer.reading = notes.filter { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
    answer.refusal = notes.filter { !$0.hasPrefix(prefix) }
    answer.rows = Array(Self.lines(result.output).dropFirst())
    return answer
  }

  /// Whether an answer is what this entry expects.
  package func verdict(on answer: Self) -> Verdict {
    if expectsRows && answer.rows.isEmpty { return .refused }
    if expectsRows != !answer.rows.isEmpty { return .wrong }
    let isRead = reading.isEmpty || reading == answer.reading
    let isTold = refusal.isEmpty || refusal == [""] || refusal == answer.refusal
    return isRead && isTold && hasRows(of: answer) ? .right : .wrong
  }

  private var expectsRows: Bool { !rows.isEmpty || !held.isEmpty || !unheld.isEmpty }

  private func hasRows(of answer: Self) -> Bool {
    let found = answer.rows.map { NormalForm($0) }
    func holds(_ words: String) -> Bool { found.contains { $0.contains(NormalForm(words)) } }
    return (rows.isEmpty || rows == answer.rows) && held.allSatisfy(holds)
      && !unheld.contains(where: holds)
  }

  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }
}
