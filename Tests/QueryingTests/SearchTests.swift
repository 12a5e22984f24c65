import Scripts
import Querying
import SQLite
import Testing

@Suite struct SearchTests {
  /// A small generator of numbers, the same each time.
  private struct Numbers {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static let alphabet = Array("三无小区治理“”「」 \n，。a1B２（）𠀀%'\"".unicodeScalars)

  private func texts(_ numbers: inout Numbers, count: Int) -> [String] {
    (0..<count).map { _ in
      string((0..<60).map { _ in Self.alphabet[numbers.next(below: Self.alphabet.count)] })
    }
  }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whether the folded words stand in the folded text, found the slow way.
  private func stands(_ words: [Unicode.Scalar], in text: String) -> Bool {
    let text = FoldedText.fold(text.unicodeScalars)
    guard words.count <= text.count else { return false }
    return (0...(text.count - words.count)).contains {
      text[$0..<($0 + words.count)].elementsEqual(words)
    }
  }

  @Test func `search equals a scan of the texts for substrings of every length`() throws {
    let seed: UInt64 = 7
    var numbers = Numbers(seed: seed)
    let archive = try LittleArchive()
    try archive.addDocument(1, "page.txt")
    let texts = texts(&numbers, count: 40)
    for (index, text) in texts.enumerated() { try archive.addArticle(index + 1, "", text) }
    let file = try archive.open()
    for round in 0..<300 {
      let scalars = Array(texts[numbers.next(below: texts.count)].unicodeScalars)
      let start = numbers.next(below: scalars.count)
      let length = 1 + numbers.next(below: min(20, scalars.count - start))
      let words = string(scalars[start..<(start + length)])
      let folded = FoldedText.fold(words.unicodeScalars)
      guard !folded.isEmpty else { continue }
      var request = Request()
      request.show = .articles
      request.fields = ["article_id", "hit"]
      request.filters.texts = [words]
      var found: Set<Int64> = []
      try file.plan(request)[0].run(in: file) { row in
        if case .integer(let id) = row[0] { found.insert(id) }
        #expect(row[1] != .null, "no sentence for \(words)")
      }
      let expected = texts.indices.filter { stands(folded, in: texts[$0]) }.map { Int64($0 + 1) }
      #expect(found == Set(expected), "seed \(seed), round \(round), words “\(words)”")
    }
  }

  /// Article ids beyond those of a little archive make the planner think it large.
  private func articleIDs(_ words: String, limit: Int?, in file: ArchiveFile) throws -> (
    ids: [Value], sql: String
  ) {
    var request = Request()
    request.show = .articles
    request.fields = ["article_id"]
    request.filters.texts = [words]
    request.limit = limit
    var ids: [Value] = []
    let plan = try file.plan(request)[0]
    try plan.run(in: file) { ids.append($0[0]) }
    #expect(try plan.count(in: file) >= ids.count)
    return (ids, plan.statement.sql)
  }

  @Test func `articles with the words in their titles come first, then the newest`() throws {
    let archive = try LittleArchive()
    try archive.addDocument(1, "page.txt")
    try archive.addArticle(1, "修路", "镇上也改造了小区。", published: "2024-05-03")
    try archive.addArticle(2, "小区改造", "今年开工。", published: "2024-05-01")
    try archive.addArticle(3, "“小区” 新貌", "改造完成。", published: "2024-05-02")
    try archive.addArticle(4, "修桥", "小区门前的桥。", published: "2024-05-04")
    let file = try archive.open()
    let (ids, _) = try articleIDs("小区", limit: nil, in: file)
    #expect(ids == [3, 2, 4, 1].map { .integer($0) })
    let (two, _) = try articleIDs("小区", limit: 2, in: file)
    #expect(two == [3, 2].map { .integer($0) })
  }

  @Test func `reading the newest articles finds what the index finds`() throws {
    var numbers = Numbers(seed: 11)
    let archive = try LittleArchive()
    try archive.addDocument(1, "page.txt")
    let alphabet = Array("治小区區无無“” \n，aAＡ1".unicodeScalars)
    for id in 30_001...30_200 {
      let text = (0..<80).map { _ in alphabet[numbers.next(below: alphabet.count)] }
      let day = 1 + numbers.next(below: 28)
      try archive.addArticle(
        id, "题", string(text), published: "2024-05-\(day < 10 ? "0" : "")\(day)")
    }
    let file = try archive.open()
    var read = 0
    for words in ["小区", "无", "a", "治小", "无小区", "题", "1a", "，", "没有", "区，小"] {
      let (found, sql) = try articleIDs(words, limit: 100, in: file)
      let (all, _) = try articleIDs(words, limit: nil, in: file)
      #expect(found == Array(all.prefix(100)), "\(words)")
      read += sql.contains("_fts") ? 0 : 1
    }
    #expect(read >= 7, "common words are read")
  }

  @Test func `every character that folds to another is in the ranges named`() {
    for value in 0...UInt32(0x10FFFF) where !FoldedText.changing.contains(where: { $0 ~= value }) {
      guard let scalar = Unicode.Scalar(value), let folded = FoldedText.folded(scalar) else {
        continue
      }
      if folded != scalar { Issue.record("\(scalar.debugDescription) folds to another") }
    }
  }

  @Test func `words of one article in fifty are found newest first`() throws {
    let archive = try LittleArchive()
    try archive.addDocument(1, "page.txt")
    for id in 2_000_001...2_000_200 {
      let holds = id % 40 == 0
      try archive.addArticle(
        id, holds && id % 80 == 0 ? "栽竹的人" : "题", holds ? "山上栽“竹”子。" : "山上栽树。",
        published: "2024-05-\(10 + id % 18)")
    }
    let file = try archive.open()
    for words in ["栽竹", "“栽竹子”", "栽竹子。"] {
      let (found, sql) = try articleIDs(words, limit: 100, in: file)
      #expect(sql.contains("+a.article_id IN"), "\(words): \(sql)")
      let newest = (2_000_001...2_000_200).filter { $0 % 40 == 0 }
        .sorted { ($1 % 18, $0) < ($0 % 18, $1) }
      #expect(found == newest.map { .integer(Int64($0)) }, "\(words)")
    }
  }

  @Test func `facts of sentences with a phrase are those a scan of all sentences finds`() throws {
    var numbers = Numbers(seed: 23)
    let archive = try LittleArchive()
    try archive.addDocument(1, "page.txt")
    let alphabet = Array("治小区“” ，。（aA1BＡ%％'".unicodeScalars)
    var sentences: [String] = []
    for article in 1...40 {
      let own = (0..<numbers.next(below: 5)).map { _ in
        string(
          (0..<4 + numbers.next(below: 30)).map { _ in
            alphabet[numbers.next(below: alphabet.count)]
          })
      }
      try archive.addArticle(article, "题", "文" + own.joined(separator: "\n"))
      for sentence in own {
        try archive.addFact(article, "1", 1, "个", subject: "区", sentence: sentence)
      }
      sentences += own
    }
    let file = try archive.open()
    for round in 0..<300 {
      let scalars = Array(sentences[numbers.next(below: sentences.count)].unicodeScalars)
      let start = numbers.next(below: scalars.count)
      let words = string(scalars[start..<min(scalars.count, start + 1 + round % 6)])
      let folded = FoldedText.fold(words.unicodeScalars)
      guard !folded.isEmpty else { continue }
      var request = Request()
      request.show = .facts
      request.fields = ["fact_id"]
      request.filters.texts = [words]
      var found: [Value] = []
      try file.plan(request)[0].run(in: file) { found.append($0[0]) }
      let expected = sentences.indices.filter { stands(folded, in: sentences[$0]) }
      #expect(found == expected.map { .integer(Int64($0 + 1)) }, "“\(words)”, round \(round)")
    }
  }

  @Test func `nothing to search is wrong usage, not an empty answer`() throws {
    for words in ["", " ", "“”", "\u{3000}\n"] {
      #expect(throws: QueryError.self) { try SearchPhrase(words) }
    }
  }

  @Test(arguments: [
    ("改造。推进“三无”小区治理！", "三无小区", "推进“【三无”小区】治理！"), ("三无小区", "三无小区", "【三无小区】"),
    ("甲。乙丙", "丙", "乙【丙】"), ("甲", "乙", nil),
  ])
  func `a hit is shown in its sentence`(text: String, words: String, snippet: String?) throws {
    #expect(Snippet.of([try SearchPhrase(words)], in: text) == snippet)
  }
}
