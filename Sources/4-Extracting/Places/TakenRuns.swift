/// Runs of a text that belong to something already; found by bisection, since a text that lists
/// places without end has very many.
struct TakenRuns {
  /// In order, none overlapping another.
  private var runs: [Range<Int>] = []

  /// Takes runs in any order; those that overlap become one.
  init(_ taken: [Range<Int>]) {
    for run in taken.sorted(by: { $0.lowerBound < $1.lowerBound }) where !run.isEmpty {
      if let last = runs.last, run.lowerBound < last.upperBound {
        runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, run.upperBound)
      } else {
        runs.append(run)
      }
    }
  }

  /// The run that holds a position.
  func run(at index: Int) -> Range<Int>? {
    let next = first(endingAfter: index)
    return next < runs.count && runs[next].contains(index) ? runs[next] : nil
  }

  /// Whether a run and the range share a position.
  func overlaps(_ range: Range<Int>) -> Bool {
    let next = first(endingAfter: range.lowerBound)
    return next < runs.count && runs[next].overlaps(range)
  }

  /// Where the last run before a position ends, 0 for none.
  func end(before index: Int) -> Int {
    let next = first(endingAfter: index)
    return next > 0 ? runs[next - 1].upperBound : 0
  }

  private func first(endingAfter index: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
