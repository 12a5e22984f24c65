import Model

/// Joins the mentions of each person; the first role printed is the person's, a further office is
/// added to it.
func resolvePeople(_ extracted: ExtractedArticle) -> Resolved<PersonRecord> {
  var resolved = Resolved<PersonRecord>()
  for mention in extracted.people {
    guard let known = resolved.records.firstIndex(where: { $0.name == mention.name }) else {
      resolved.recordOfMention.append(resolved.records.count)
      resolved.records.append(PersonRecord(name: mention.name, role: mention.role, mentions: 1))
      continue
    }
    resolved.recordOfMention.append(known)
    resolved.records[known].mentions += 1
    resolved.records[known].role = joined(resolved.records[known].role, mention.role)
  }
  return resolved
}

/// Two printed roles of one person.
private func joined(_ first: String?, _ second: String?) -> String? {
  guard let first, let second else { return first ?? second }
  if second.contains(first) { return second }
  return first.contains(second) ? first : "\(first)、\(second)"
}
