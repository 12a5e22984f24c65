import Model

/// Joins the mentions of each person.
func resolvePeople(_ extracted: ExtractedArticle) -> Resolved<PersonRecord> {
  Resolved(recordOfMention: extracted.people.map { _ in nil })
}
