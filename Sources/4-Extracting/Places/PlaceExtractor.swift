import Divisions
import Matching
import Model

/// Finds the words that name places: divisions by the gazetteer, smaller places by their form.
///
/// - Parameter extracted: the article; nothing found in it is needed.
/// - Returns: mentions in reading order, each with every division it may mean.
func extractPlaces(from extracted: ExtractedArticle) -> [PlaceMention] {
  PlaceExtractor(article: extracted.article).mentions()
}

/// Reads one article for places.
struct PlaceExtractor {
  private let fields: [PlaceText]
  private let gazetteer = Gazetteer.shared
  private let lexicons = PlaceLexicons.shared
  private let stated: Set<DivisionID>

  init(article: Article) {
    fields = PlaceText.fields(of: article)
    var stated: Set<DivisionID> = []
    for text in fields {
      stated.formUnion(DivisionFinder.statements(in: text, lexicons))
    }
    for hint in [article.dateline, article.source] {
      stated.formUnion(Self.hints(in: hint, gazetteer))
    }
    for text in fields { stated.formUnion(Self.counties(in: text, stated, gazetteer, lexicons)) }
    self.stated = stated
  }

  /// Counties that a short form names beyond doubt: they may be named by it again.
  private static func counties(
    in text: PlaceText, _ stated: Set<DivisionID>, _ gazetteer: Gazetteer,
    _ lexicons: PlaceLexicons
  ) -> [DivisionID] {
    let finder = DivisionFinder(
      text: text, stated: stated, taken: TakenRuns([]), gazetteer: gazetteer, lexicons: lexicons)
    return finder.find().filter { !$0.isFull && $0.ids.count == 1 }.flatMap(\.ids)
      .filter { gazetteer.level(of: $0) == .county }
  }

  /// The mentions of all fields.
  func mentions() -> [PlaceMention] {
    var drafts = fields.map(drafts(in:))
    dropVillageNames(&drafts)
    LocalityNames(fields: fields, lexicons: lexicons).settle(&drafts)
    var mentions: [PlaceMention] = []
    for (text, drafts) in zip(fields, drafts) {
      let offset = mentions.count
      let parents = PlaceParents(text: text, drafts: drafts, gazetteer: gazetteer).find()
      for (draft, parent) in zip(drafts, parents) {
        mentions.append(draft.mention(in: text, parent: parent.map { $0 + offset }))
      }
    }
    return mentions
  }

  /// The divisions that a dateline or a paper's name opens with: 达州日报, 福州长乐.
  private static func hints(in hint: String?, _ gazetteer: Gazetteer) -> Set<DivisionID> {
    let scalars = Array((hint ?? "").unicodeScalars)
    var ids: Set<DivisionID> = []
    var index = 0
    while index < scalars.count, let match = gazetteer.longestMatch(in: scalars, at: index) {
      ids.formUnion(match.meanings.filter { gazetteer.level(of: $0.id) != .town }.map(\.id))
      index += match.length
    }
    return ids
  }

  private func drafts(in text: PlaceText) -> [PlaceDraft] {
    let lists = SharedHeadNouns(text: text, gazetteer: gazetteer, lexicons: lexicons).find()
    let listed = lists.flatMap { list in
      list.members.compactMap { member in
        list.head.map { PlaceDraft(listed: member, $0, in: text) } ?? town(member, in: text)
      }
    }
    let divisions = DivisionFinder(
      text: text, stated: stated, taken: TakenRuns(lists.flatMap(\.members) + lists.map(\.tail)),
      gazetteer: gazetteer, lexicons: lexicons
    ).find()
    let localities = LocalityFinder(
      text: text,
      taken: TakenRuns(
        divisions.map(\.range) + listed.map(\.range) + lists.map(\.tail)),
      region: region, gazetteer: gazetteer, lexicons: lexicons
    ).find()
    return
      (listed.map(completed) + divisions.map { PlaceDraft($0, in: text) }
      + localities.map { PlaceDraft($0, in: text) }).inReadingOrder().joiningZones(in: text)
  }

  /// The cities, counties, zones and towns that the article names.
  private var region: Set<DivisionID> { stated.filter { gazetteer.level(of: $0) != .province } }

  /// 河北 in an article of 河北村 is no province, unless the article has it in full.
  private func dropVillageNames(_ drafts: inout [[PlaceDraft]]) {
    let stems = Set(drafts.joined().compactMap { $0.level == .community ? $0.form?.stem : nil })
    for (index, text) in fields.enumerated() {
      drafts[index].removeAll {
        $0.form == nil && stems.contains(text.string($0.range))
          && stated.isDisjoint(with: $0.candidates)
      }
    }
  }

  /// A member of a list of towns (石洞、高酿等乡镇): the town of the region with that short form.
  private func town(_ member: Range<Int>, in text: PlaceText) -> PlaceDraft? {
    let match = text.divisions(at: member.lowerBound).first { $0.length == member.count }
    let towns = (match?.meanings ?? []).map(\.id).filter { id in
      gazetteer.level(of: id) == .town && region.contains { $0 != id && gazetteer.isWithin(id, $0) }
    }
    return towns.isEmpty ? nil : PlaceDraft(town: member, towns)
  }

  /// A list member with the divisions its full name may mean.
  private func completed(_ draft: PlaceDraft) -> PlaceDraft {
    var draft = draft
    guard draft.form != nil else { return draft }
    draft.candidates = gazetteer.named(draft.name).map(\.id)
      .filter { id in
        gazetteer.level(of: id) == .town || region.contains { gazetteer.isWithin(id, $0) }
      }
    return draft
  }
}
