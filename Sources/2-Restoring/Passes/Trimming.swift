import Matching
import Model

/// Takes the spaces off both ends of every line: layout, not an edit.
func trimLines(_ draft: inout Draft) {
  for index in draft.lines.indices {
    let text = draft.lines[index].text
    guard let first = text.scalars.firstIndex(where: { !$0.isSpace }),
      let last = text.scalars.lastIndex(where: { !$0.isSpace })
    else {
      draft.lines[index].text = .init()
      continue
    }
    if first > 0 || last < text.count - 1 {
      draft.lines[index].text = text.slice(first..<last + 1)
    }
  }
  draft.lines.removeAll(where: \.text.isEmpty)
}
