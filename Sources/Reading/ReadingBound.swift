import Decoding
import Model

/// A document that asks for more than any document may.
struct TooMuchToRead: Error {
  /// What there is too much of, and what to do.
  let reason: String
}

/// What one document may ask for: so many steps before it is read, so many rows once it is.
///
/// Counted, never timed, so that a file that is too much on one machine is so on every other. The
/// bounds stand several times above what files of the largest size give that people read: 5 MB of
/// news in one file have 60,000 numbers, 150,000 rows and 30,000 lines.
struct ReadingBound {
  /// Code points of a text, each a step of every pass over it: half as many again as the largest
  /// file of Chinese text has.
  static let characters = 16_000_000
  /// Lines of a page: 32 MiB of lines as short as a narrow column's.
  static let lines = 1_000_000
  /// Rows of one document.
  static let rows = 1_000_000

  private var spent = 0

  /// Looks at a text before anything is made of it.
  ///
  /// - Throws: `TooMuchToRead`.
  func check(_ document: DecodedDocument) throws(TooMuchToRead) {
    guard document.text.count <= Self.characters else {
      throw Self.tooMuch("characters", Self.characters)
    }
    guard document.lines.count <= Self.lines else { throw Self.tooMuch("lines", Self.lines) }
  }

  /// Counts rows.
  ///
  /// - Throws: `TooMuchToRead`.
  mutating func spend(_ rows: Int) throws(TooMuchToRead) {
    spent += rows
    guard spent <= Self.rows else { throw Self.tooMuch("rows", Self.rows) }
  }

  private static func tooMuch(_ what: String, _ most: Int) -> TooMuchToRead {
    TooMuchToRead(reason: "gives more than \(most) \(what), the most of one document; split it")
  }
}

extension ArticleRecord {
  /// The rows that an archive keeps of the article.
  var rows: Int {
    let entities = places.count + programs.count + organizations.count + people.count
    return 1 + bylines.count + sourceSpans.count + entities + mentions.count + facts.count
  }
}
