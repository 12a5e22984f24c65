import Model

/// Joins the mentions of each organisation, and its signature, under its fullest form.
func resolveOrganizations(_ extracted: ExtractedArticle) -> Resolved<OrganizationRecord> {
  var resolved = Resolved<OrganizationRecord>()
  var known: [String: Int] = [:]
  for mention in extracted.organizations {
    let record = note(mention.name, in: &resolved.records, known[mention.name])
    known[mention.name] = record
    resolved.recordOfMention.append(record)
  }
  for name in extracted.article.signatories where isWhole(name) {
    _ = note(name, in: &resolved.records, nil)
  }
  return resolved
}

/// Counts a name; the index of its record, which is `known` where the name was counted before.
private func note(_ name: String, in records: inout [OrganizationRecord], _ known: Int?) -> Int {
  guard
    let known = known ?? records.firstIndex(where: { OrganizationForms.areSame($0.name, name) })
  else {
    records.append(OrganizationRecord(name: name, mentions: 1))
    return records.count - 1
  }
  records[known].mentions += 1
  if name.unicodeScalars.count > records[known].name.unicodeScalars.count {
    records[known].name = name
  }
  return known
}

/// Whether a signature says more than the reader must know (县水务局).
private func isWhole(_ name: String) -> Bool {
  guard let first = name.unicodeScalars.first, name.unicodeScalars.count > 4 else { return false }
  return !"省市县区镇乡村本我".unicodeScalars.contains(first)
    && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
}
