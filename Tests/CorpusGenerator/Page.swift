import Model

/// How an invented page is printed.
package struct Page: Sendable {
  /// The name of its file, with a folder for each thousand.
  package let name: String
  /// Its bytes.
  package let bytes: [UInt8]
  /// What spoils it.
  package let noise: PageNoise
  /// `utf-8` or `gb18030`.
  package let charset: String

  init(_ pieces: [Piece], number: Int, _ random: inout Dice) {
    noise = random.chance(33) ? .none : random.pick(PageNoise.allCases)
    charset = random.chance(20) ? "gb18030" : "utf-8"
    let isMarkup = random.chance(40)
    name = "\(number / 1000)/\(number).\(isMarkup ? "html" : "txt")"
    let text =
      isMarkup
      ? Self.markup(pieces, charset, noise, &random) : Self.plain(pieces, noise, &random)
    bytes = charset == "utf-8" ? Array(text.utf8) : gb18030(Array(text.utf8))
  }

  private static func plain(
    _ pieces: [Piece], _ noise: PageNoise, _ random: inout Dice
  ) -> String {
    var page = String.UnicodeScalarView()
    for piece in pieces {
      page.append(contentsOf: "\(piece.title)\n\n".unicodeScalars)
      if random.chance(50) {
        page.append(contentsOf: "本报讯（记者 \(piece.author)）".unicodeScalars)
      } else {
        page.append(contentsOf: "\(piece.paper)\(piece.city)讯（\(piece.author)）".unicodeScalars)
      }
      for paragraph in piece.paragraphs {
        page.append(contentsOf: noise.spoil(paragraph, &random))
        page.append(contentsOf: "\n\n".unicodeScalars)
      }
    }
    return String(page)
  }

  private static func markup(
    _ pieces: [Piece], _ charset: String, _ noise: PageNoise, _ random: inout Dice
  ) -> String {
    let declared = charset == "utf-8" ? "utf-8" : "gb2312"
    let links = Vocabulary.navigation.map { "<li><a href=\"/\($0)\">\($0)</a></li>" }.joined()
    var page = """
      <!DOCTYPE html><html><head><meta charset="\(declared)"><title>\(pieces[0].title)</title>
      <script>var page = {"id": 1};</script></head><body><nav><ul>\(links)</ul></nav>

      """
    for piece in pieces {
      let paragraphs = piece.paragraphs.map { paragraph in
        "<p>\(String(String.UnicodeScalarView(noise.spoil(paragraph, &random))))</p>\n"
      }
      page += """
        <div class="article"><h1>\(piece.title)</h1>
        <p class="info">来源：\(piece.paper) 作者：\(piece.author) \(piece.date?.description ?? "")</p>
        \(paragraphs.joined())</div>

        """
    }
    return page + """
      <div class="related"><ul>\(links)</ul></div><p>\(random.pick(Vocabulary.spam))</p>
      <footer>版权所有 未经许可不得转载</footer></body></html>
      """
  }
}
