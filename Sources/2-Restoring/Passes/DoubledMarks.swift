import Matching
import Model

/// Takes out the commas that mirror sites and scans put before another mark: `,,` and `,。`.
func removeDoubledMarks(_ draft: inout Draft) {
  draft.rewriteLines(as: .doubled) { scalars in
    scalars.indices.dropLast()
      .filter { isComma(scalars[$0]) && isMark(scalars[$0 + 1]) && $0 > 0 }
      .map { .remove($0..<$0 + 1) }
  }
}

private func isComma(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "，" }

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isClauseMark || scalar.endsSentence && scalar != "…" || scalar == "：" || scalar == ":"
}
