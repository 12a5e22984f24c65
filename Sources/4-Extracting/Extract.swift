package import Model

/// Finds what the words of an article name and state.
///
/// The order states precedence: a number inside a program's name is no fact, and a place inside
/// an organisation's name is known before the organisation is read.
///
/// - Parameter article: one article of a page.
/// - Returns: mentions and numeric facts in reading order, not yet resolved.
package func extract(from article: Article) -> ExtractedArticle {
  var extracted = ExtractedArticle(article: article)
  guard article.duplicateOf == nil else { return extracted }
  extracted.places = extractPlaces(from: extracted)
  extracted.programs = extractPrograms(from: extracted)
  extracted.organizations = extractOrganizations(from: extracted)
  extracted.people = extractPeople(from: extracted)
  extracted.quantities = extractQuantities(from: extracted)
  return extracted
}
