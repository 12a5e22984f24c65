import Model

/// Joins the mentions of each organisation, and its signature, under its fullest form.
func resolveOrganizations(_ extracted: ExtractedArticle) -> Resolved<OrganizationRecord> {
  var book = OrganizationBook()
  var known: [String: Int] = [:]
  for mention in extracted.organizations {
    let record = book.note(mention.name, known[mention.name])
    known[mention.name] = record
    book.resolved.recordOfMention.append(record)
  }
  for name in extracted.article.signatories where isWhole(name) { _ = book.note(name, nil) }
  return book.resolved
}

/// The organisations of an article while they are found.
private struct OrganizationBook {
  var resolved = Resolved<OrganizationRecord>()
  /// The canonical form of each record's name.
  private var forms: [[Unicode.Scalar]] = []

  /// Counts a name; the index of its record, which is `known` where the name was counted before.
  mutating func note(_ name: String, _ known: Int?) -> Int {
    let form = OrganizationForms.canonical(name)
    guard let known = known ?? forms.firstIndex(where: { OrganizationForms.areSame($0, form) })
    else {
      resolved.records.append(OrganizationRecord(name: name, mentions: 1))
      forms.append(form)
      return forms.count - 1
    }
    resolved.records[known].mentions += 1
    if name.unicodeScalars.count > resolved.records[known].name.unicodeScalars.count {
      resolved.records[known].name = name
      forms[known] = form
    }
    return known
  }
}

/// Whether a signature says more than the reader must know (县水务局).
private func isWhole(_ name: String) -> Bool {
  guard let first = name.unicodeScalars.first, name.unicodeScalars.count > 4 else { return false }
  return !"省市县区镇乡村本我".unicodeScalars.contains(first)
    && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
}
