import Matching
import Model
import Scripts

/// Turns a page printed in Traditional script into Simplified, by phrases before characters.
///
/// Simplified pages pass unchanged, though they may print 乾, 於 or 著.
func simplifyScript(_ draft: inout Draft) {
  guard isTraditional(draft.lines.lazy.map(\.text.scalars)) else { return }
  draft.script = .traditional
  for index in draft.lines.indices { simplify(&draft.lines[index].text) }
  if var title = draft.metadata.title {
    simplify(&title)
    draft.metadata.title = title
  }
  draft.metadata.source = draft.metadata.source.map(simplified)
  draft.metadata.author = draft.metadata.author.map(simplified)
}

/// Whether at least one Han character in twenty exists in Traditional script only.
///
/// Printed Traditional has one in four; Simplified pages stay far below one in a hundred.
private func isTraditional(_ lines: some Sequence<[Unicode.Scalar]>) -> Bool {
  var han = 0
  var traditional = 0
  for line in lines {
    for scalar in line where scalar.isHan {
      han += 1
      if TraditionalScript.marks(scalar) { traditional += 1 }
    }
  }
  return traditional >= 2 && traditional * 20 >= han
}

private func simplify(_ text: inout SourcedText) {
  for (index, simple) in TraditionalScript.simplified(text.scalars).enumerated()
  where simple != text.scalars[index] {
    text.replace(at: index, with: simple)
  }
}

private func simplified(_ string: String) -> String {
  String(scalars: TraditionalScript.simplified(Array(string.unicodeScalars)))
}
