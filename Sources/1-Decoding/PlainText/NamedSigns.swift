import Matching
import Model

/// Reads the references of HTML that stripped pages leave in plain text: `&ldquo;`, `&#8220;`.
///
/// A sign has the bytes of its whole reference. Named spaces stay, for they are no text and the
/// restorer notes what it leaves out.
enum NamedSigns {
  /// The text with each known reference as the one sign it names.
  static func read(_ text: SourcedText) -> SourcedText {
    let scalars = text.scalars
    guard scalars.contains("&") else { return text }
    var read = SourcedText()
    read.reserveCapacity(scalars.count)
    var copied = 0
    var index = 0
    while index < scalars.count {
      if scalars[index] == "&", let sign = sign(in: scalars, at: index),
        let origin = text.bytes(of: index..<sign.end)
      {
        read.append(text, copied..<index)
        read.append(sign.scalar, from: origin)
        index = sign.end
        copied = index
      } else {
        index += 1
      }
    }
    read.append(text, copied..<scalars.count)
    return read
  }

  private static func sign(
    in text: [Unicode.Scalar], at index: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    if let match = names.longestMatch(in: text, at: index) {
      return (match.value, index + match.length)
    }
    guard text[index...].prefix(2).elementsEqual(["&", "#"]),
      let end = text[index...].prefix(9).firstIndex(of: ";"),
      let value = Int(String(scalars: text[(index + 2)..<end])),
      value >= 0x2000, let scalar = Unicode.Scalar(UInt32(value))
    else { return nil }
    return (scalar, end + 1)
  }

  private static let names = Lexicon<Unicode.Scalar>(
    [
      ("&ldquo;", "“"), ("&rdquo;", "”"), ("&lsquo;", "‘"), ("&rsquo;", "’"), ("&mdash;", "—"),
      ("&ndash;", "–"), ("&hellip;", "…"), ("&middot;", "·"), ("&bull;", "•"), ("&quot;", "\""),
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&times;", "×"), ("&deg;", "°"),
      ("&permil;", "‰"), ("&plusmn;", "±"), ("&laquo;", "«"), ("&raquo;", "»"),
    ])
}
