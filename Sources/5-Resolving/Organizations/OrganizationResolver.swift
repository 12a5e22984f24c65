import Model

/// Joins the mentions of each organisation under its fullest form.
func resolveOrganizations(_ extracted: ExtractedArticle) -> Resolved<OrganizationRecord> {
  var resolved = Resolved<OrganizationRecord>()
  for mention in extracted.organizations {
    let known = resolved.records.firstIndex { OrganizationForms.areSame($0.name, mention.name) }
    if let known {
      resolved.records[known].mentions += 1
      if mention.name.unicodeScalars.count > resolved.records[known].name.unicodeScalars.count {
        resolved.records[known].name = mention.name
      }
    }
    resolved.recordOfMention.append(known ?? resolved.records.count)
    if known == nil { resolved.records.append(OrganizationRecord(name: mention.name, mentions: 1)) }
  }
  return resolved
}
