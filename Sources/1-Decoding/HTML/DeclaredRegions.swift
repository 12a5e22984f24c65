import Model

/// The regions that the elements of one page declare, nested as the elements are.
struct DeclaredRegions {
  private struct Declaration {
    let region: Markup.Region
    let parent: Int32
    /// How many marks of sentences stand inside.
    var marks = 0
  }

  private var declarations: [Declaration] = []
  private var allMarks = 0

  /// Adds a region inside another one; -1 for none.
  mutating func declare(_ region: Markup.Region, inside parent: Int32) -> Int32 {
    declarations.append(Declaration(region: region, parent: parent))
    return Int32(declarations.count - 1)
  }

  /// Counts the marks of sentences in a line of a region.
  mutating func count(_ marks: Int, in region: Int32) {
    allMarks += marks
    forEachRegion(from: region) { declarations[$0].marks += marks }
  }

  /// The region of a line: hidden if anything around it is, else the innermost one.
  func region(of declared: Int32) -> Markup.Region {
    var found: Markup.Region?
    var at = declared
    while at >= 0 {
      let declaration = declarations[Int(at)]
      if !holdsThePage(declaration) {
        if declaration.region == .hidden { return .hidden }
        found = found ?? declaration.region
      }
      at = declaration.parent
    }
    return found ?? .content
  }

  /// Whether most of the page's sentences stand inside: then the name of the element misleads, as
  /// `class="nav-fixed"` around everything, or a text that a script shows later.
  private func holdsThePage(_ declaration: Declaration) -> Bool {
    guard allMarks >= Self.fewestMarks else { return false }
    return declaration.region == .hidden
      ? declaration.marks * 10 > allMarks * 9 : declaration.marks * 2 > allMarks
  }

  /// A page with fewer has no sentences to speak of: a list, a table.
  private static let fewestMarks = 10

  private func forEachRegion(from region: Int32, _ body: (Int) -> Void) {
    var at = region
    while at >= 0 {
      body(Int(at))
      at = declarations[Int(at)].parent
    }
  }
}
