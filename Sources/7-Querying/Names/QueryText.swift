import Matching
import Scripts

/// Words of a person, in Simplified script.
package enum QueryWords {
  /// The words in Simplified script.
  package static func simplified(_ text: String) -> String { QueryText.simplified(text) }
}

/// Words of a person in the form that names have in an archive.
enum QueryText {
  /// The words in Simplified script: the one place where a question's script is turned.
  static func simplified(_ text: String) -> String {
    String(String.UnicodeScalarView(TraditionalScript.simplified(Array(text.unicodeScalars))))
  }

  /// A name without quotation marks and spaces, half width, in Simplified script.
  ///
  /// Spaces between two Latin words stay.
  static func name(_ text: String) -> String {
    let scalars = Array(simplified(text).unicodeScalars)
    var name = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar.isQuotationMark { continue }
      if scalar.isSpace {
        let isBetweenWords =
          name.last?.isASCIILetter == true && index + 1 < scalars.count
          && scalars[index + 1].isASCIILetter
        if isBetweenWords { name.append(" ") }
      } else {
        name.append(scalar.halfWidth)
      }
    }
    return String(name)
  }

  /// A name as SQL's `lower` leaves it: only the letters of ASCII are made small.
  static func comparable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        name(text).unicodeScalars.map { scalar in
          (65...90).contains(scalar.value)
            ? Unicode.Scalar(scalar.value | 0x20) ?? scalar : scalar
        }))
  }
}
