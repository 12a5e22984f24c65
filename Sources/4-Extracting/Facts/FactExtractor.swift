import Model

/// Finds the numeric facts of the body.
func extractQuantities(from extracted: ExtractedArticle) -> [Quantity] {
  []
}
