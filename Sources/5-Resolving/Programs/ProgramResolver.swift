import Model

/// Joins the printed forms of each initiative and finds where the article shows it running.
func resolvePrograms(
  _ extracted: ExtractedArticle, places: Resolved<PlaceRecord>
) -> Resolved<ProgramRecord> {
  let settings = ProgramPlaces(extracted, places: places)
  var resolved = Resolved<ProgramRecord>()
  for mention in extracted.programs {
    let place = settings.place(of: mention)
    if let known = resolved.records.firstIndex(where: { $0.isNamed(by: mention.name) }) {
      resolved.records[known].join(mention, at: place)
      resolved.recordOfMention.append(known)
    } else {
      resolved.recordOfMention.append(resolved.records.count)
      resolved.records.append(
        ProgramRecord(
          name: mention.name, kind: mention.kind, topics: mention.topics, place: place,
          printed: [mention.name], mentions: 1))
    }
  }
  return resolved
}

extension ProgramRecord {
  /// Whether a name is one of the initiative's printed forms, a shorter form of one, or a fuller one.
  fileprivate func isNamed(by name: String) -> Bool {
    printed.contains(name) || ProgramForms.areSame(self.name, name)
  }

  /// Takes in another mention; the fullest form is the name.
  fileprivate mutating func join(_ mention: ProgramMention, at place: Int?) {
    mentions += 1
    self.place = self.place ?? place
    if !printed.contains(mention.name) { printed.append(mention.name) }
    for topic in mention.topics where !topics.contains(topic) && topics.count < 3 {
      topics.append(topic)
    }
    guard ProgramForms.isShort(name, of: mention.name) else { return }
    name = mention.name
    kind = mention.kind
  }
}
