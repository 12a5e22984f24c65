import Model

/// Joins the printed forms of each initiative and finds where the article shows it running.
///
/// What is joined stays visible and can be taken apart: each record keeps its forms as printed, with
/// their quotation marks, and each mention its record.
func resolvePrograms(
  _ extracted: ExtractedArticle, places: Resolved<PlaceRecord>
) -> Resolved<ProgramRecord> {
  let settings = ProgramPlaces(extracted, places: places)
  var book = ProgramBook()
  for mention in extracted.programs {
    book.note(mention, at: settings.place(of: mention), printed: extracted.words(of: mention))
  }
  return book.resolved
}

/// The initiatives of an article while they are found.
private struct ProgramBook {
  private(set) var resolved = Resolved<ProgramRecord>()
  /// Each record's name, ready to be compared.
  private var forms: [ProgramForms.Form] = []
  /// The first record that each name was counted for.
  private var recordOfName: [String: Int] = [:]

  /// Counts a mention.
  mutating func note(_ mention: ProgramMention, at place: Int?, printed: String) {
    let record = record(of: mention.name, printed: printed) ?? resolved.records.count
    recordOfName[mention.name] = min(record, recordOfName[mention.name] ?? record)
    resolved.recordOfMention.append(record)
    guard record < resolved.records.count else {
      forms.append(ProgramForms.Form(mention.name))
      return resolved.records.append(
        ProgramRecord(
          name: mention.name, kind: mention.kind, topics: mention.topics, place: place,
          printed: [printed], mentions: 1))
    }
    resolved.records[record].join(mention, at: place, printed: printed)
    if resolved.records[record].name != forms[record].name {
      forms[record] = ProgramForms.Form(mention.name)
    }
  }

  /// The first record that bears a name or another form of it.
  private func record(of name: String, printed: String) -> Int? {
    let known = recordOfName[name]
    let form = ProgramForms.Form(name)
    return (0..<(known ?? forms.count)).first { index in
      ProgramForms.areSame(forms[index], form)
        && !ProgramForms.areOwnLabels(resolved.records[index].printed[0], printed)
    } ?? known
  }
}

extension ExtractedArticle {
  /// The words of a mention as printed, in one line.
  fileprivate func words(of mention: ProgramMention) -> String {
    let text: SourcedText? =
      switch mention.field {
      case .title: article.title
      case .subtitle: article.subtitle
      case .body: article.body
      }
    let words = text?.scalars[mention.span.range] ?? []
    return String(String.UnicodeScalarView(words.filter { $0 != "\n" }))
  }
}

extension ProgramRecord {
  /// Takes in another mention; the fullest form is the name.
  ///
  /// A form that has only a place more (柳林街道邻里客厅) names a project in full; of any other
  /// initiative it says where it runs.
  fileprivate mutating func join(_ mention: ProgramMention, at place: Int?, printed form: String) {
    mentions += 1
    self.place = self.place ?? place
    if !printed.contains(form) { printed.append(form) }
    for topic in mention.topics where !topics.contains(topic) && topics.count < 3 {
      topics.append(topic)
    }
    guard ProgramForms.isShort(name, of: mention.name),
      mention.kind == .project || mention.name.hasPrefix(name)
    else { return }
    name = mention.name
    kind = mention.kind
  }
}
