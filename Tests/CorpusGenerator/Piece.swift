import Model

/// An invented article before it is printed on a page.
struct Piece {
  let title: String
  let author: String
  let paper: String
  let date: CalendarDate?
  let city: String
  /// The body, paragraphs ended by `\n` except the last.
  let body: Draft

  /// Invents an article of some paragraphs.
  init(paragraphs: Range<Int>, _ random: inout Dice) {
    let locality = Locality(&random)
    var title = Draft()
    title.append(random.pick(Vocabulary.titles), in: locality, &random)
    var body = Draft()
    for number in 0..<random.number(paragraphs) {
      if number > 0 { body.append("\n") }
      for _ in 0..<random.number(2..<5) {
        let sentences = random.chance(66) ? Vocabulary.fillers : Vocabulary.sentences
        body.append(random.pick(sentences), in: locality, &random)
      }
    }
    self.title = title.text
    self.body = body
    author = Draft.person(&random)
    city = locality.county.prefix(2).last?.name ?? ""
    paper = city + random.pick(Vocabulary.papers)
    date = CalendarDate(
      year: random.number(2016..<2025), month: random.number(1..<13), day: random.number(1..<29))
  }

  /// The paragraphs of the body.
  var paragraphs: [[Unicode.Scalar]] {
    body.scalars.split(separator: "\n").map(Array.init)
  }
}
