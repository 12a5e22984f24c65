// swift-tools-version: 6.2
import PackageDescription

/// A module of the program; `order` is its place on the one-way road from bytes to answers.
func module(
  _ name: String, order: Int? = nil, needs: [Target.Dependency] = [], exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  let folder = order.map { "\($0)-\(name)" } ?? name
  return .target(
    name: name, dependencies: needs, path: "Sources/\(folder)", exclude: exclude,
    resources: resources, swiftSettings: strict)
}

/// The tests of one module, with the helpers every test shares.
func tests(
  of name: String, needs: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + (name == "Model" ? [] : ["Model"]) + needs,
    path: "Tests/\(name)Tests", exclude: exclude, swiftSettings: strict)
}

/// Word lists of a module, kept as `Data/NAME.txt` and built into the program.
func lexicons(_ names: String...) -> [Resource] {
  names.map { .embedInCode("Data/\($0).txt") }
}

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// Options, subcommands, help and completion scripts: the standard of Swift command lines.
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "archive",
  products: [
    .executable(name: "archive", targets: ["archive"]),
    .library(name: "Reading", targets: ["Reading", "Model"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Libraries of the system, each behind a module map of ours.
    .systemLibrary(
      name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]),
    // HTML5 with the byte position of every text node; libxml2 has none and brings ICU along.
    .systemLibrary(
      name: "CGumbo", path: "Sources/CGumbo", pkgConfig: "gumbo",
      providers: [.apt(["libgumbo-dev"])]),
    // SHA-256: small, starts fast, uses the processor's own instructions.
    .systemLibrary(
      name: "CNettle", path: "Sources/CNettle", pkgConfig: "nettle",
      providers: [.apt(["nettle-dev"])]),
    // The originals inside an archive are compressed as `sqlite3 -A` expects them.
    .systemLibrary(
      name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]),

    // What every stage speaks of.
    module("Model"),
    module("Matching", needs: ["Model"], resources: [.embedInCode("surnames.txt")]),
    module("Divisions", needs: ["Model", "Matching", "CDivisions"]),
    // The gazetteer's data, built in and read in place; `make gazetteer` writes it.
    .target(
      name: "CDivisions", path: "Sources/CDivisions", exclude: ["gazetteer.bin", "SOURCES.md"]),
    .executableTarget(
      name: "gazetteer", dependencies: ["Model", "Divisions"], path: "Sources/GazetteerBuilder",
      exclude: ["successors.tsv"], swiftSettings: strict),
    // What initiatives are about, also for those who ask.
    module("Topics", needs: ["Matching"], resources: [.embedInCode("topics.txt")]),
    // Units and what they measure, also for those who ask.
    module("Units", needs: ["Matching"], resources: [.embedInCode("units.tsv")]),

    // Traditional script, and the form in which words of either are searched.
    module(
      "Scripts", needs: ["Matching"], exclude: ["make-tables.py"],
      resources: lexicons(
        "traditional_first", "traditional_second", "traditional_phrases", "script_exceptions")),

    // The one-way road.
    module(
      "Decoding", order: 1, needs: ["Model", "Matching", "CGumbo"],
      resources: [
        .embedInCode("HTML/region_names.txt"), .embedInCode("HTML/Metadata/meta_names.txt"),
      ]),
    module(
      "Restoring", order: 2, needs: ["Model", "Matching", "Scripts"],
      exclude: ["Data/make-words.py"],
      resources: lexicons(
        "boilerplate", "break_words", "buttons", "credit_cues", "spam", "words_first",
        "words_second")),
    module(
      "Segmenting", order: 3, needs: ["Model", "Matching"],
      resources: lexicons("labels", "roles", "words")),
    module(
      "Extracting", order: 4, needs: ["Model", "Matching", "Divisions", "Topics", "Units"],
      resources: [
        .embedInCode("Programs/boundary_words.txt"),
        .embedInCode("Programs/boundary_exceptions.txt"),
        .embedInCode("Programs/program_heads.txt"),
        .embedInCode("Programs/program_cues.txt"),
        .embedInCode("Programs/program_refused.txt"),
        .embedInCode("Programs/program_known.txt"),
        .embedInCode("Programs/program_generic.txt"),
        .embedInCode("Programs/program_sites.txt"),
        .embedInCode("Facts/Lexicons/adverbs.txt"),
        .embedInCode("Facts/Lexicons/approximations.tsv"),
        .embedInCode("Facts/Lexicons/idioms.txt"),
        .embedInCode("Facts/Lexicons/lookalikes.txt"),
        .embedInCode("Facts/Lexicons/nouns.txt"),
        .embedInCode("Facts/Lexicons/times.tsv"),
        .embedInCode("Facts/Lexicons/verbs-action.txt"),
        .embedInCode("Facts/Lexicons/verbs-nominal.txt"),
        .embedInCode("Facts/Lexicons/verbs-other.tsv"),
        .embedInCode("Organizations/organization_suffixes.txt"),
        .embedInCode("Organizations/organization_known.txt"),
        .embedInCode("Organizations/organization_generic.txt"),
        .embedInCode("Organizations/organization_leads.txt"),
        .embedInCode("Organizations/organization_trades.txt"),
        .embedInCode("People/naming_words.txt"),
        .embedInCode("People/describing_words.txt"),
        .embedInCode("People/given_name_characters.txt"),
        .embedInCode("People/no_given_names.txt"),
        .embedInCode("People/not_names.txt"),
        .embedInCode("People/transliteration_characters.txt"),
        .embedInCode("People/name_parts.txt"),
        .embedInCode("People/roles.txt"),
        .embedInCode("People/after_name_words.txt"),
        .embedInCode("Places/place_home_words.txt"),
        .embedInCode("Places/place_spot_words.txt"),
        .embedInCode("Places/place_cut_words.txt"),
        .embedInCode("Places/place_estate_signs.txt"),
        .embedInCode("Places/place_generic_stems.txt"),
        .embedInCode("Places/place_head_nouns.txt"),
        .embedInCode("Places/place_institution_ends.txt"),
        .embedInCode("Places/place_name_ends.txt"),
        .embedInCode("Places/place_name_stops.txt"),
        .embedInCode("Places/place_open_words.txt"),
        .embedInCode("Places/place_ordinary_names.txt"),
        .embedInCode("Places/place_plain_words_a.txt"),
        .embedInCode("Places/place_plain_words_b.txt"),
        .embedInCode("Places/place_plain_words_c.txt"),
      ]),
    module("Resolving", order: 5, needs: ["Model", "Matching", "Divisions"]),
    module(
      "Reading",
      needs: [
        "Model", "Matching", "Decoding", "Restoring", "Segmenting", "Extracting", "Resolving",
        "CNettle",
      ]),

    // The archive file.
    module("SQLite", needs: ["CSQLite"]),
    .target(
      name: "Schema", dependencies: ["SQLite", "CZlib"], path: "Schema",
      resources: [
        .embedInCode("m0001_base.sql"), .embedInCode("m0002_evidence.sql"),
        .embedInCode("schema.sql"),
      ],
      swiftSettings: strict),
    module(
      "Storing", order: 6, needs: ["Model", "Matching", "Scripts", "SQLite", "Schema", "Topics"]),
    module(
      "Querying", order: 7,
      needs: [
        "Model", "Matching", "Scripts", "SQLite", "Schema", "Divisions", "Topics", "Units",
      ],
      resources: [
        .embedInCode("Names/place-endings.txt"), .embedInCode("Names/dimensions.txt"),
        .embedInCode("Question/question-words.txt"),
        .embedInCode("Question/fact-subjects.txt"), .embedInCode("Question/fact-actions.txt"),
        .embedInCode("Question/program-endings.txt"),
      ]),
    module("Printing"),
    module(
      "Verifying",
      needs: [
        "Model", "Matching", "Scripts", "SQLite", "Schema", "Decoding", "Storing", "Importing",
      ]),
    module("Exporting", needs: ["Querying", "Reading"]),
    module("Importing", needs: ["Model", "Matching", "Reading", "Schema", "Storing"]),

    .executableTarget(
      name: "archive",
      dependencies: [
        "Model", "Reading", "SQLite", "Schema", "Storing", "Importing", "Exporting", "Querying",
        "Printing", "Verifying",
        "Divisions", "Topics", argumentParser,
      ],
      exclude: ["archive.1"], swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Model", "SQLite"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests(of: "Model"),
    tests(of: "Matching"),
    tests(of: "SQLite"),
    tests(of: "Decoding"),
    tests(of: "Restoring"),
    tests(of: "Segmenting"),
    tests(of: "Divisions"),
    tests(of: "Topics", needs: ["Matching"]),
    tests(of: "Units", needs: ["Matching"]),
    tests(of: "Extracting"),
    tests(of: "Resolving", needs: ["Extracting"]),
    tests(
      of: "Reading", needs: ["Importing", "SQLite", "Schema", "Scripts", "Storing", "Verifying"]),
    tests(of: "Storing", needs: ["CSQLite", "Reading", "Schema", "SQLite"]),
    tests(of: "Importing", needs: ["Reading", "Schema", "Storing", "SQLite"]),
    tests(
      of: "Verifying", needs: ["Importing", "Reading", "Schema", "Storing", "SQLite"],
      exclude: ["format1.db"]),
    tests(of: "Querying", needs: ["Matching", "Scripts", "SQLite", "Schema"]),
    tests(of: "Printing"),
    // Rules about the sources themselves.
    .testTarget(
      name: "TidyTests", dependencies: ["archive", "Model", "Decoding", "Reading", "TestSupport"],
      path: "Tests/TidyTests", swiftSettings: strict),
    // Spoiled pages, questions and numerals: no crash, no hang, no record that cannot be so.
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "Model", "Decoding", "Restoring", "Segmenting", "Extracting", "Reading", "SQLite",
        "Storing", "Querying", "CorpusGenerator", "TestSupport",
      ],
      path: "Tests/FuzzTests", swiftSettings: strict),
    // The built program, run as a user runs it.
    .testTarget(
      name: "CommandTests", dependencies: ["archive", "Scoring", "SQLite", "TestSupport"],
      path: "Tests/CommandTests", exclude: ["pages", "questions.txt"], swiftSettings: strict),

    // Pages with gold, and how the records of the built program stand to it.
    .target(
      name: "Scoring", dependencies: ["Scripts", "SQLite", "TestSupport"], path: "Tests/Scoring",
      swiftSettings: strict),
    // Ways in which pages are spoiled, and what comes back of them.
    .target(
      name: "Noise", dependencies: ["Model", "Reading", "TestSupport"], path: "Tests/Noise",
      swiftSettings: strict),
    // Words exchanged for others of their sort, and whether the reading moves with them.
    .target(
      name: "Swaps", dependencies: ["Divisions", "Model", "Reading", "TestSupport"],
      path: "Tests/Swaps", swiftSettings: strict),
    // `make score`, `make questions`, `make noise`, `make swaps`.
    .executableTarget(
      name: "score", dependencies: ["Noise", "Scoring", "Swaps", "TestSupport", argumentParser],
      path: "Tests/Score", swiftSettings: strict),
    .testTarget(
      name: "ScoringTests",
      dependencies: ["archive", "score", "Noise", "Scoring", "SQLite", "Swaps", "TestSupport"],
      path: "Tests/ScoringTests", swiftSettings: strict),

    // Invented pages of any number, for measuring and for tests that need many.
    .target(
      name: "CorpusGenerator", dependencies: ["Model", "Divisions"], path: "Tests/CorpusGenerator",
      swiftSettings: strict),
    // `make bench`: how fast, how large, how soon.
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "CSQLite", "SQLite", "Schema", "Scripts", "CorpusGenerator", "Model", "Storing", "Querying",
      ],
      path: "Tests/Benchmarks", exclude: ["results"], swiftSettings: strict),
    // The built program, killed, starved and fed what no one should feed it.
    .testTarget(
      name: "CrashTests",
      dependencies: ["archive", "Reading", "SQLite", "Schema", "CorpusGenerator", "TestSupport"],
      path: "Tests/CrashTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
