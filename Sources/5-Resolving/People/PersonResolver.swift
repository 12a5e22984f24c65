import Model

/// Joins the mentions of each person; the first role printed is the person's, a further office is
/// added to it.
func resolvePeople(_ extracted: ExtractedArticle) -> Resolved<PersonRecord> {
  var resolved = Resolved<PersonRecord>()
  var byName: [String: Int] = [:]
  for mention in extracted.people {
    guard let known = byName[mention.name] else {
      byName[mention.name] = resolved.records.count
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

/// No more offices are added to a role of this length, in code points.
private let longestRole = 80

/// Two printed roles of one person.
private func joined(_ first: String?, _ second: String?) -> String? {
  guard let first, let second else { return first ?? second }
  guard first.unicodeScalars.count < longestRole else { return first }
  if second.contains(first) { return second }
  return first.contains(second) ? first : "\(first)、\(second)"
}
