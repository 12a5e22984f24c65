import Model

/// What a record says that cannot be so, whatever the document.
struct RecordFaults {
  private(set) var found: [String] = []

  init(_ record: DocumentRecord, of bytes: [UInt8]) {
    expect(record.byteCount == bytes.count, "the size is that of the bytes")
    expect((record.status == .ok) == !record.articles.isEmpty, "what was read has articles")
    expect((record.status == .failed) == (record.error != nil), "a failure has a reason")
    for edit in record.edits {
      expect(isRange(edit.byteOffset, edit.byteLength, bytes.count), "an edit lies in the bytes")
    }
    for diagnostic in record.diagnostics {
      expect((0...bytes.count).contains(diagnostic.byteOffset ?? 0), "a diagnostic lies there, too")
    }
    for (ordinal, article) in record.articles.enumerated() {
      expect(article.ordinal == ordinal, "articles are counted from 0")
      if let first = article.duplicateOf {
        expect((0..<ordinal).contains(first), "a copy points back")
        expect(article.facts.isEmpty && article.mentions.isEmpty, "a copy holds nothing")
      }
      expect(
        (article.published == nil) == (article.publishedFrom == nil), "a day comes from somewhere")
      expect(article.url == nil || article.url == record.url, "an article has its page's address")
      check(article, Array(article.text.unicodeScalars), bytes.count)
    }
    checkAddress(record.url ?? "https://www.example.com")
  }

  private mutating func checkAddress(_ address: String) {
    let isOfWeb = address.hasPrefix("http://") || address.hasPrefix("https://")
    expect(isOfWeb, "an address is one of the web")
    expect(address.unicodeScalars.count <= 2_000, "an address has at most 2,000 characters")
    let isSeen = address.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .control
    }
    expect(isSeen, "an address holds no blank")
  }

  private mutating func expect(_ holds: Bool, _ sentence: String) {
    if !holds { found.append(sentence) }
  }

  private func isRange(_ start: Int, _ length: Int, _ count: Int) -> Bool {
    start >= 0 && length >= 0 && start <= count && length <= count - start
  }

  private mutating func check(_ article: ArticleRecord, _ text: [Unicode.Scalar], _ bytes: Int) {
    var position = 0
    for span in article.sourceSpans {
      expect(span.span.start == position && !span.span.isEmpty, "source spans follow each other")
      expect(isRange(span.byteOffset, span.byteLength, bytes), "source spans lie in the bytes")
      position = span.span.end
    }
    expect(position == text.count, "source spans cover the text")
    checkEntities(article)
    for mention in article.mentions {
      expect(words(mention.span, of: text) == mention.quote, "a mention is what its place says")
      let entities = count(of: mention.kind, in: article)
      expect((0..<entities).contains(mention.entity), "a mention names an entity of the article")
    }
    for fact in article.facts { check(fact, article, text) }
  }

  private mutating func checkEntities(_ article: ArticleRecord) {
    expect(
      Set(article.places.map(\.path)).count == article.places.count, "each place is there once")
    for place in article.places {
      expect(!place.path.contains { $0.name.isEmpty }, "a place has a name")
      expect(place.candidates.isEmpty || place.own.adcode == nil, "an undecided place has no code")
    }
    for program in article.programs {
      expect(!program.name.isEmpty, "a program has a name")
      expect(
        program.place.map { article.places.indices.contains($0) } ?? true,
        "a program runs at a place of the article")
    }
    let organizations = article.organizations.map(\.name)
    expect(Set(organizations).count == organizations.count, "each organisation is there once")
    let people = article.people.map(\.name)
    expect(Set(people).count == people.count, "each person is there once")
  }

  private mutating func check(
    _ fact: FactRecord, _ article: ArticleRecord, _ text: [Unicode.Scalar]
  ) {
    expect(words(fact.span, of: text) == fact.quote, "a fact's quote is what its place says")
    expect(words(fact.sentence, of: text) == fact.sentenceText, "a sentence is, too")
    expect(fact.sentence.contains(fact.span), "a fact stands in its sentence")
    expect(fact.value.isFinite && (fact.valueMax ?? 0).isFinite, "a value is a number")
    expect((fact.valueMax ?? fact.value) >= fact.value, "a range goes up")
    expect(
      fact.place.map { article.places.indices.contains($0) } ?? true,
      "a fact is about a place of the article")
    expect(
      fact.program.map { article.programs.indices.contains($0) } ?? true,
      "a fact belongs to a program of the article")
    if let start = fact.period?.start, let end = fact.period?.end {
      expect(start <= end, "a period goes forward")
    }
  }

  private func words(_ span: Span, of text: [Unicode.Scalar]) -> String? {
    guard span.end <= text.count else { return nil }
    return String(String.UnicodeScalarView(text[span.range]))
  }

  private func count(of kind: EntityKind, in article: ArticleRecord) -> Int {
    switch kind {
    case .place: article.places.count
    case .program: article.programs.count
    case .organization: article.organizations.count
    case .person: article.people.count
    }
  }
}
