import Model

/// Finds the words that name initiatives.
func extractPrograms(from extracted: ExtractedArticle) -> [ProgramMention] {
  []
}
