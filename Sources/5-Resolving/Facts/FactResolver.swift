import Matching
import Model

/// Gives each numeric fact its place, its program and the days its words of time mean.
func resolveFacts(
  _ extracted: ExtractedArticle, places: Resolved<PlaceRecord>, programs: Resolved<ProgramRecord>
) -> [FactRecord] {
  let attribution = PlaceAttribution(extracted, places)
  let initiatives = ProgramAttribution(extracted, programs)
  let body = extracted.article.body
  var periods = PeriodReader(published: extracted.article.published)
  return extracted.quantities.map { quantity in
    let sentence = Sentences.part(of: quantity.sentence, around: quantity.span, in: body.scalars)
    var fact = FactRecord(quantity, of: body, sentence: sentence)
    fact.place = attribution.place(of: quantity)
    fact.program = initiatives.program(of: quantity)
    fact.period = quantity.timeText.flatMap { periods.period(of: $0) }
    return fact
  }
}
