import Model

/// Takes out soft hyphens, zero-width characters, direction marks and control characters.
func removeInvisibleCharacters(_ draft: inout Draft) {
  draft.rewriteLines(as: .invisible) { scalars in
    runs(of: scalars, where: \.isInvisible).map(Rewrite.remove)
  }
}

/// The maximal runs of code points that fulfil a condition.
func runs(
  of scalars: [Unicode.Scalar], where condition: (Unicode.Scalar) -> Bool
) -> [Range<Int>] {
  var runs: [Range<Int>] = []
  var index = 0
  while index < scalars.count {
    guard condition(scalars[index]) else {
      index += 1
      continue
    }
    let start = index
    while index < scalars.count, condition(scalars[index]) { index += 1 }
    runs.append(start..<index)
  }
  return runs
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    switch value {
    case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x034F, 0x061C,
      0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF:
      true
    default: false
    }
  }
}
