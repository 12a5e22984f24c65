import Model

/// Text in the making, with the places and numbers put into it.
struct Draft {
  struct Mark {
    let span: Span
    /// The path of a place, nil for a number.
    let place: [PlaceRecord.Step]?
    let number: Number?
  }

  struct Number {
    let value: Double
    let unit: String
    let subject: String
    let action: String
    let kind: FactKind
  }

  struct Program: Hashable {
    let name: String
    let kind: ProgramKind
  }

  var scalars: [Unicode.Scalar] = []
  var marks: [Mark] = []
  var programs: [(span: Span, program: Program)] = []
  /// Where each sentence of a template stands.
  var sentences: [Span] = []

  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// Adds a sentence, its slots filled for a locality.
  mutating func append(
    _ template: Template, in locality: Locality, _ random: inout Dice
  ) {
    let start = scalars.count
    for piece in template.pieces {
      switch piece {
      case .words(let words): scalars += words
      case .slot(let slot): fill(slot, locality, &random)
      }
    }
    sentences.append(Span(start: start, end: scalars.count))
  }

  mutating func append(_ words: String) { scalars += Array(words.unicodeScalars) }

  private mutating func fill(
    _ slot: Template.Slot, _ locality: Locality, _ random: inout Dice
  ) {
    switch slot.kind {
    case "county": append(locality.county)
    case "city": append(Array(locality.county.prefix(2)))
    case "village": append(random.pick(locality.villages))
    case "town": append(random.pick(locality.villages).dropLast())
    case "person": append(Self.person(&random))
    case "period": append(random.pick(Vocabulary.periods))
    case "year": append(String(random.number(2016..<2025)))
    case "month": append(String(random.number(1..<13)))
    case "label": append("“\(random.pick(Vocabulary.labels))”")
    case "program": appendProgram(&random)
    default: appendNumber(slot, &random)
    }
  }

  private mutating func append(_ path: some Collection<PlaceRecord.Step>) {
    let path = Array(path)
    let start = scalars.count
    append(path[path.count - 1].name)
    marks.append(
      Mark(span: Span(start: start, end: scalars.count), place: path, number: nil))
  }

  private mutating func appendProgram(_ random: inout Dice) {
    let label = random.pick(Vocabulary.labels)
    let (head, kind) = random.pick(Vocabulary.heads)
    let start = scalars.count
    append("“\(label)”\(head)")
    programs.append(
      (
        Span(start: start, end: scalars.count),
        Program(name: label + head, kind: ProgramKind(rawValue: kind) ?? .campaign)
      ))
  }

  private mutating func appendNumber(_ slot: Template.Slot, _ random: inout Dice) {
    let figure = Figure(slot.kind, unit: slot.about[0], &random)
    let start = scalars.count
    append(figure.printed)
    let words = slot.about.suffix(2)
    marks.append(
      Mark(
        span: Span(start: start, end: scalars.count), place: nil,
        number: Number(
          value: figure.value, unit: figure.unit, subject: words.first ?? "",
          action: words.last ?? "", kind: figure.kind)))
  }

  static func person(_ random: inout Dice) -> String {
    var name = String.UnicodeScalarView([random.pick(Vocabulary.surnames)])
    for _ in 0..<random.number(1..<3) { name.append(random.pick(Vocabulary.givenNames)) }
    return String(name)
  }
}

/// A number as printed and what it means.
struct Figure {
  let printed: String
  let value: Double
  let unit: String
  let kind: FactKind

  init(_ kind: String, unit: String, _ random: inout Dice) {
    let whole = random.number(2..<(random.chance(70) ? 400 : 20_000))
    let tenths = random.number(1..<10)
    switch kind {
    case "money":
      let isLarge = random.chance(30)
      printed = isLarge ? "\(whole).\(tenths)亿元" : "\(whole)万元"
      value = isLarge ? Double(whole * 10 + tenths) * 1e7 : Double(whole) * 1e4
      (self.unit, self.kind) = ("元", .amount)
    case "percent":
      printed = "\(whole % 100).\(tenths)%"
      value = Double(whole % 100 * 10 + tenths) / 10
      (self.unit, self.kind) = ("%", .share)
    case "length":
      (printed, value) = ("\(whole)公里", Double(whole))
      (self.unit, self.kind) = ("公里", .length)
    case "area":
      (printed, value) = ("\(whole)万平方米", Double(whole) * 1e4)
      (self.unit, self.kind) = ("平方米", .area)
    default:
      (printed, value) = ("\(whole)\(random.chance(20) ? "余" : "")\(unit)", Double(whole))
      (self.unit, self.kind) = (unit, .count)
    }
  }
}
