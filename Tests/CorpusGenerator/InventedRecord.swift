import Model

extension ArticleRecord {
  /// The record of an invented article, as reading it without a mistake would give it.
  init(_ piece: Piece) {
    self.init(
      Article(
        source: piece.paper, publication: piece.date.map { PublicationDay($0, from: .text) },
        bylines: [Byline(name: piece.author)], body: SourcedText(piece.body.text)), ordinal: 0)
    title = piece.title
    addPlaces(of: piece.body)
    addPrograms(of: piece.body)
    addFacts(of: piece.body)
    mentions.sort { $0.span < $1.span }
  }

  private mutating func addPlaces(of body: Draft) {
    var rows: [[PlaceRecord.Step]: Int] = [:]
    for mark in body.marks {
      guard let path = mark.place else { continue }
      let row = rows[path] ?? places.count
      if row == places.count {
        rows[path] = row
        places.append(PlaceRecord(path: path, mentions: 0))
      }
      places[row].mentions += 1
      addMention(mark.span, .place, row, body)
    }
  }

  private mutating func addPrograms(of body: Draft) {
    var rows: [Draft.Program: Int] = [:]
    for (span, program) in body.programs {
      let row = rows[program] ?? programs.count
      if row == programs.count {
        rows[program] = row
        let topic = Vocabulary.topics[program.name.unicodeScalars.count % Vocabulary.topics.count]
        programs.append(
          ProgramRecord(
            name: program.name, kind: program.kind, topics: [topic],
            place: places.isEmpty ? nil : 0, printed: [words(span, body)], mentions: 0))
      }
      programs[row].mentions += 1
      addMention(span, .program, row, body)
    }
  }

  private mutating func addFacts(of body: Draft) {
    let text = SourcedText(body.text)
    for mark in body.marks {
      guard let number = mark.number,
        let sentence = body.sentences.first(where: { $0.contains(mark.span) })
      else { continue }
      let quantity = Quantity(
        span: mark.span, value: number.value, unit: number.unit, subject: number.subject,
        action: number.action, kind: number.kind, sentence: sentence, rule: "invented")
      var fact = FactRecord(quantity, of: text, sentence: sentence)
      fact.place = places.isEmpty ? nil : 0
      facts.append(fact)
    }
  }

  private mutating func addMention(_ span: Span, _ kind: EntityKind, _ row: Int, _ body: Draft) {
    mentions.append(
      MentionRecord(span: span, quote: words(span, body), kind: kind, entity: row))
  }

  private func words(_ span: Span, _ body: Draft) -> String {
    String(String.UnicodeScalarView(body.scalars[span.range]))
  }
}
