import Model

/// Joins the printed forms of each initiative and finds where the article shows it running.
///
/// What is joined stays visible and can be taken apart: each record keeps its forms as printed, with
/// their quotation marks, and each mention its record.
func resolvePrograms(
  _ extracted: ExtractedArticle, places: Resolved<PlaceRecord>
) -> Resolved<ProgramRecord> {
  let settings = ProgramPlaces(extracted, places: places)
  var resolved = Resolved<ProgramRecord>()
  var names: [Set<String>] = []
  for mention in extracted.programs {
    let place = settings.place(of: mention)
    let printed = extracted.words(of: mention)
    let known = resolved.records.indices.first { index in
      names[index].contains(mention.name)
        || ProgramForms.areSame(resolved.records[index].name, mention.name)
          && !ProgramForms.areOwnLabels(resolved.records[index].printed[0], printed)
    }
    if let known {
      resolved.records[known].join(mention, at: place, printed: printed)
      names[known].insert(mention.name)
      resolved.recordOfMention.append(known)
    } else {
      resolved.recordOfMention.append(resolved.records.count)
      names.append([mention.name])
      resolved.records.append(
        ProgramRecord(
          name: mention.name, kind: mention.kind, topics: mention.topics, place: place,
          printed: [printed], mentions: 1))
    }
  }
  return resolved
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
