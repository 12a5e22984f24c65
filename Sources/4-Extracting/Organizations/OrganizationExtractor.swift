import Model

/// Finds the words that name organisations.
func extractOrganizations(from extracted: ExtractedArticle) -> [OrganizationMention] {
  []
}
