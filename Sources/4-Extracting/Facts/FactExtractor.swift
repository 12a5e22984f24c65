import Model

/// Finds the numeric facts of the body.
///
/// One walk from figure to figure; each figure with a unit that no rule of ``NonFacts`` refuses
/// becomes a fact, with its subject and action from the clause around it.
func extractQuantities(from extracted: ExtractedArticle) -> [Quantity] {
  QuantityReader(extracted).quantities()
}
