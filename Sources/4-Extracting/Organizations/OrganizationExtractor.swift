import Model

/// Finds the words that name organisations.
///
/// A name is read as far as it goes: from the place or the name of its own before an ending (局,
/// 协会, 有限公司) to the last ending. One that needs the reader to supply the place is left out.
func extractOrganizations(from extracted: ExtractedArticle) -> [OrganizationMention] {
  Passage.all(of: extracted).flatMap { passage in
    let programs = extracted.programs.filter { $0.field == passage.field }
    return OrganizationScan.mentions(in: passage, skipping: programs.map(\.span))
  }
}
