import Model

/// Settles which place each mention means, with its path and code.
func resolvePlaces(_ extracted: ExtractedArticle) -> Resolved<PlaceRecord> {
  Resolved(recordOfMention: extracted.places.map { _ in nil })
}
