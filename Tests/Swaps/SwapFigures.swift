import Foundation
import Model

/// How often the reading moves with what was swapped.
package struct SwapFigures: Sendable {
  /// The number of swaps.
  package private(set) var swaps = 0
  /// What did not move: what it was, and what should have been read.
  package private(set) var failures: [String] = []

  /// The share of swaps with which the reading moved.
  package var share: Double { swaps == 0 ? 1 : 1 - Double(failures.count) / Double(swaps) }

  /// Swaps one kind on pages, each read before and after.
  package init(of kind: SwapKind, on pages: [SwapPage]) {
    for (number, page) in pages.enumerated() {
      let swapped = kind.swap(on: page.text, read: page.articles, seed: UInt64(number))
      guard !swapped.wanted.isEmpty else { continue }
      var found = kind.readings(SwapPage(text: swapped.text).articles)
      for (before, after) in swapped.wanted {
        swaps += 1
        if let index = found.firstIndex(of: after) {
          found.remove(at: index)
        } else {
          failures.append("\(kind.rawValue)\t\(before)\t\(after)")
        }
      }
    }
  }
}
