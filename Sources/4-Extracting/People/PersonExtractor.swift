import Model

/// Finds the people named in an article, bylines left aside.
func extractPeople(from extracted: ExtractedArticle) -> [PersonMention] {
  []
}
