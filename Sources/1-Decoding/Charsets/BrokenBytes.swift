import Model

/// The bytes of a file that fit no character, in runs.
struct BrokenBytes {
  private(set) var runs: [Range<Int>] = []
  /// How many bytes there are in all, also in runs not listed.
  private(set) var count = 0
  private var last = 0..<0

  /// So many runs get a diagnostic of their own; a file of random bytes has millions.
  private static let limit = 100

  var isEmpty: Bool { count == 0 }

  mutating func note(offset: Int, length: Int) {
    count += length
    let joins = !last.isEmpty && last.upperBound == offset
    last = (joins ? last.lowerBound : offset)..<(offset + length)
    if joins, runs.last?.lowerBound == last.lowerBound {
      runs[runs.count - 1] = last
    } else if !joins, runs.count < Self.limit {
      runs.append(last)
    }
  }

  /// One diagnostic for each run, and one for those beyond the limit.
  func diagnostics(in charset: Charset) -> [Diagnostic] {
    let listed = runs.map { run in
      Diagnostic(
        byteOffset: run.lowerBound,
        message: "\(counted(run.count)) at \(run.lowerBound) fit no character of "
          + "\(charset.rawValue), read as U+FFFD")
    }
    let rest = count - runs.reduce(0) { $0 + $1.count }
    guard rest > 0 else { return listed }
    return listed + [
      Diagnostic(
        byteOffset: last.lowerBound,
        message: "\(counted(rest)) up to \(last.upperBound) fit no character either")
    ]
  }

  private func counted(_ bytes: Int) -> String { bytes == 1 ? "1 byte" : "\(bytes) bytes" }
}
