import Model

/// Finds the words that name places.
func extractPlaces(from extracted: ExtractedArticle) -> [PlaceMention] {
  []
}
