import CGumbo
import Matching

/// What the program that saved a page wrote into a comment at its head: browsers their “mark of the
/// web” (`saved from url=(0024)https://www.example.com/`), SingleFile lines with labels, HTTrack
/// `Mirrored from www.example.com/ by HTTrack Website Copier/3.x […], Tue, 05 Mar 2024 02:00:00 GMT`.
struct SavingNote {
  /// The address of the page.
  let address: WebAddress
  /// Whether the note leaves out the scheme, as HTTrack does, so that `http` is a guess.
  let isSchemeGuessed: Bool
  /// When it was saved.
  let time: SavingTime?

  /// The words of a program's note.
  private struct Form {
    let opening: String
    /// What stands right before the address; nil where the opening does.
    let beforeAddress: String?
    /// What stands before the time; nil where none is told.
    let beforeTime: String?
  }

  private static let forms = [
    Form(opening: "saved from url=(", beforeAddress: ")", beforeTime: nil),
    Form(opening: "Page saved with SingleFile", beforeAddress: "url:", beforeTime: "saved date:"),
    Form(
      opening: "Archive processed by SingleFile", beforeAddress: "url:", beforeTime: "saved date:"),
    Form(
      opening: "Mirrored from ", beforeAddress: nil, beforeTime: " by HTTrack Website Copier/"),
  ]

  /// Reads the inside of a comment; nil for one that notes no address on the web.
  ///
  /// The length that browsers write before the address is not asked: the address ends at a blank.
  init?(_ comment: ArraySlice<UInt8>) {
    let start = comment.prefix(Self.longest).drop(while: isBlank)
    guard let form = Self.forms.first(where: { start.starts(with: $0.opening.utf8) }) else {
      return nil
    }
    let words = Array(String(decoding: start, as: UTF8.self).unicodeScalars)
    var rest = words[form.opening.unicodeScalars.count...]
    if let label = form.beforeAddress {
      guard let end = Self.end(of: label, in: rest) else { return nil }
      rest = rest[end...].drop(while: \.isSpace)
    }
    let printed = rest.prefix { !$0.isSpace }
    isSchemeGuessed = form.beforeAddress == nil
    let scheme = isSchemeGuessed ? "http://" : ""
    guard let address = WebAddress(Array(scheme.unicodeScalars) + printed) else { return nil }
    self.address = address
    let timeStart = form.beforeTime.flatMap { Self.end(of: $0, in: rest[printed.endIndex...]) }
    // Of an address without a scheme only the name of the program behind it makes one.
    guard !isSchemeGuessed || timeStart != nil else { return nil }
    time = timeStart.flatMap { SavingTime(rest[$0...].prefix { $0 != "\n" }) }
  }

  /// The end of some words.
  private static func end(of words: String, in text: ArraySlice<Unicode.Scalar>) -> Int? {
    text.firstRange(of: words.unicodeScalars)?.upperBound
  }

  /// The part of a comment looked at, in bytes: more than any note has.
  private static let longest = 1 << 14
}

/// Looks for a note of who saved a page, as long as the tags are those of its head: a comment among
/// the text is of others.
struct PageHead {
  /// The first note.
  private(set) var note: SavingNote?
  private var isOpen = true
  private var end: Int

  /// A page that begins at `start`.
  init(from start: Int) { end = start }

  /// Looks at the next tag.
  mutating func take(_ tag: TagScanner.Tag, of page: [UInt8]) {
    guard isOpen else { return }
    isOpen =
      note == nil && Self.mayHold(tag) && page[end..<tag.range.lowerBound].allSatisfy(isBlank)
    end = tag.range.upperBound
    guard isOpen, page.holds("<!--", at: tag.range.lowerBound), tag.range.count > 4 else { return }
    note = SavingNote(Self.inside(of: page[tag.range]))
  }

  private static func inside(of comment: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let ending = ["-->", "--!>"].first { comment.suffix($0.utf8.count).elementsEqual($0.utf8) }
    return comment.dropFirst(4).dropLast(ending?.utf8.count ?? 0)
  }

  private static func mayHold(_ tag: TagScanner.Tag) -> Bool {
    switch tag.name {
    case GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_META, GUMBO_TAG_LINK, GUMBO_TAG_BASE,
      GUMBO_TAG_TITLE, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT:
      true
    // Doctypes, comments and processing instructions have no name.
    default: tag.name == GUMBO_TAG_UNKNOWN && tag.isEnd
    }
  }
}
