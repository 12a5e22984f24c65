import Foundation
import Testing
import TestSupport

/// Word lists hold no entry that can have no effect, that stands twice or that another takes back.
@Suite struct LexiconTests {
  @Test func `every list tells in one form where its words come from and what they are`() throws {
    for lexicon in try Lexicon.all() {
      let keys = ["# source: ", "# holds: "] + (lexicon.hasFields ? ["# fields: "] : [])
      #expect(lexicon.header.count == keys.count, "\(lexicon.path): its comments")
      for (line, key) in zip(lexicon.header, keys) {
        #expect(line.hasPrefix(key) && line.count > key.count + 5, "\(lexicon.path): \(line)")
      }
    }
  }

  @Test func `a class that a list gives its words is told in its header`() throws {
    for lexicon in try Lexicon.all() where !Self.freeFields.contains(lexicon.name) {
      let told = Set(lexicon.header.last?.split { !$0.isLetter && !$0.isNumber && $0 != "-" } ?? [])
      for value in Set(lexicon.entries.flatMap { $0.dropFirst() }) {
        #expect(
          value.split(separator: " ").allSatisfy(told.contains), "\(lexicon.path): \(value)")
      }
    }
  }

  /// Lists whose further fields are words, numbers or codes of their own.
  private static let freeFields: Set = [
    "dimensions.txt", "fact-actions.txt", "fact-subjects.txt", "place-endings.txt",
    "question-words.txt", "script_exceptions.txt", "successors.tsv", "topics.txt",
    "traditional_phrases.txt", "units.tsv",
  ]

  @Test func `no line is empty, commented or blank at an edge`() throws {
    for lexicon in try Lexicon.all() {
      for line in lexicon.lines {
        let fields = line.components(separatedBy: "\t")
        #expect(!line.isEmpty && !line.hasPrefix("#"), "\(lexicon.path): “\(line)”")
        #expect(
          fields.allSatisfy { $0 == $0.trimmingCharacters(in: .whitespaces) },
          "\(lexicon.path): “\(line)”")
      }
    }
  }

  @Test func `no word stands twice in a list, nor with two meanings`() throws {
    for lexicon in try Lexicon.all() {
      let keys = Self.manyMeanings.contains(lexicon.name) ? lexicon.lines : lexicon.words
      #expect(twice(keys) == [], "\(lexicon.path)")
    }
  }

  /// Lists in which a word may stand with several meanings.
  private static let manyMeanings: Set = [
    "break_words.txt", "place-endings.txt", "program_refused.txt", "question-words.txt",
    "successors.tsv", "topics.txt", "words.txt",
  ]

  @Test(arguments: [
    ["verbs-action.txt", "verbs-nominal.txt", "verbs-other.tsv"],
    ["place_plain_words_a.txt", "place_plain_words_b.txt", "place_plain_words_c.txt"],
    ["boundary_words.txt", "program_cues.txt", "boundary_exceptions.txt"],
  ])
  func `lists that are read as one share no word`(_ names: [String]) throws {
    #expect(twice(try names.flatMap { try Lexicon.named($0).words }) == [])
  }

  @Test(arguments: [
    ("surnames.txt", "not_names.txt"), ("program_heads.txt", "program_refused.txt"),
    ("program_known.txt", "program_generic.txt"), ("program_known.txt", "program_refused.txt"),
    ("organization_known.txt", "organization_generic.txt"),
  ])
  func `no word is taken back by another list`(_ first: String, _ second: String) throws {
    let shared = Set(try Lexicon.named(first).words).intersection(try Lexicon.named(second).words)
    #expect(shared.sorted() == [])
  }

  @Test func `a word that is no name starts as a name or a given name does`() throws {
    let surnames = try Lexicon.named("surnames.txt").entries.filter { $0.count == 1 }.map { $0[0] }
    let given = Set(try Lexicon.named("given_name_characters.txt").words)
    let sounds = Set(try Lexicon.named("transliteration_characters.txt").words.joined())
    let parts = try Lexicon.named("name_parts.txt").words
    let idle = try Lexicon.named("not_names.txt").words.filter { word in
      let opening = word.prefix(2)
      return !surnames.contains(where: word.hasPrefix)
        && !opening.allSatisfy { given.contains(String($0)) }
        && !opening.allSatisfy(sounds.contains)
        && !parts.contains { word.hasPrefix($0) || $0.hasPrefix(word) }
    }
    #expect(idle == [])
  }

  @Test func `a list in the code says each word once and excludes none of its own`() throws {
    // Two may be a sequence of signs.
    let list = /\[((?:\s*"[^"\\]*"\s*,?){3,})\s*\]/
    for file in try SourceFile.all(under: "Sources", endings: [".swift"]) {
      let text = file.lines.joined(separator: "\n")
      for match in text.matches(of: list) {
        let words = match.1.matches(of: /"([^"]*)"/).map { String($0.1) }
        #expect(twice(words) == [], "\(file.path)")
        let rest = text[match.range.upperBound...].prefix { $0 != "{" && $0 != "}" }
        let excluded = rest.matches(of: /!= "([^"]*)"/).map { String($0.1) }
        #expect(excluded.filter(words.contains) == [], "\(file.path)")
      }
    }
  }

  @Test func `characters that are listed in one line are listed once`() throws {
    let signs = try Lexicon.named("transliteration_characters.txt").words.joined()
    #expect(twice(signs.map(String.init)) == [])
  }

  @Test func `an exception to a boundary has a boundary to lift`() throws {
    let bounds = Set(
      try ["boundary_words.txt", "program_cues.txt"].flatMap { try Lexicon.named($0).words })
    let exceptions = Set(try Lexicon.named("boundary_exceptions.txt").words)
    // An exception may also keep a longer one from being read from its middle.
    let idle = exceptions.filter {
      $0.parts(among: bounds).isEmpty && !$0.runs(into: bounds.union(exceptions))
    }
    #expect(idle.sorted() == [])
  }

  @Test func `a word that looks like a unit begins with one and goes on`() throws {
    let units = try Lexicon.named("units.tsv").words
    for word in try Lexicon.named("lookalikes.txt").words {
      #expect(units.contains { word.hasPrefix($0) && word != $0 }, "\(word)")
    }
  }

  @Test func `no line of a site is told by a shorter one already`() throws {
    let entries = try Lexicon.named("boilerplate.txt").entries
    let cues = Dictionary(uniqueKeysWithValues: entries.map { ($0[0], $0[1]) })
    for (words, cue) in cues {
      let parts = words.parts(among: Set(cues.keys))
      let start = parts.filter(words.hasPrefix).max { $0.count < $1.count }.flatMap { cues[$0] }
      // A longer menu word may still keep a line that begins with a shorter cue from being one.
      let isTold =
        cue == "menu"
        ? start ?? cue == cue && parts.contains { cues[$0] == cue } : start == cue
      #expect(!isTold, "\(words): \(parts)")
    }
  }

  private func twice(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { !seen.insert($0).inserted }
  }
}

extension Lexicon {
  fileprivate var hasFields: Bool { lines.contains { $0.contains("\t") } }
}
