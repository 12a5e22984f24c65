import Model

/// Gives each numeric fact its place, its program and the days its words of time mean.
func resolveFacts(
  _ extracted: ExtractedArticle, places: Resolved<PlaceRecord>, programs: Resolved<ProgramRecord>
) -> [FactRecord] {
  let attribution = PlaceAttribution(extracted, places)
  let initiatives = ProgramAttribution(extracted, programs)
  var periods = PeriodReader(published: extracted.article.published)
  return extracted.quantities.map { quantity in
    var fact = FactRecord(quantity, of: extracted.article.body)
    fact.place = attribution.place(of: quantity)
    fact.program = initiatives.program(of: quantity)
    fact.period = quantity.timeText.flatMap { periods.period(of: $0) }
    return fact
  }
}
