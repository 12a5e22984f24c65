// swift-tools-version: 6.2
import PackageDescription

/// A module of the program; `order` is its place on the one-way road from bytes to answers.
func module(
  _ name: String, order: Int? = nil, needs: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  let folder = order.map { "\($0)-\(name)" } ?? name
  return .target(
    name: name, dependencies: needs, path: "Sources/\(folder)", resources: resources,
    swiftSettings: strict)
}

/// The tests of one module, with the helpers every test shares.
func tests(of name: String, needs: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + (name == "Model" ? [] : ["Model"]) + needs,
    path: "Tests/\(name)Tests",
    swiftSettings: strict)
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
    module("Matching", needs: ["Model"]),
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

    // The one-way road.
    module(
      "Decoding", order: 1, needs: ["Model", "Matching", "CGumbo"],
      resources: [
        .embedInCode("HTML/region_names.txt"), .embedInCode("HTML/Metadata/meta_names.txt"),
      ]),
    module("Restoring", order: 2, needs: ["Model", "Matching"]),
    module("Segmenting", order: 3, needs: ["Model", "Matching"]),
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
        .embedInCode("Facts/Lexicons/adverbs.txt"),
        .embedInCode("Facts/Lexicons/approximations.tsv"),
        .embedInCode("Facts/Lexicons/idioms.txt"),
        .embedInCode("Facts/Lexicons/lookalikes.txt"),
        .embedInCode("Facts/Lexicons/times.tsv"),
        .embedInCode("Facts/Lexicons/verbs-action.txt"),
        .embedInCode("Facts/Lexicons/verbs-nominal.txt"),
        .embedInCode("Facts/Lexicons/verbs-other.tsv"),
      ]),
    module("Resolving", order: 5, needs: ["Model", "Matching", "Divisions"]),
    module(
      "Reading",
      needs: [
        "Model", "Decoding", "Restoring", "Segmenting", "Extracting", "Resolving", "CNettle",
      ]),

    // The archive file.
    module("SQLite", needs: ["CSQLite"]),
    .target(
      name: "Schema", dependencies: ["SQLite"], path: "Schema",
      resources: [.embedInCode("m0001_base.sql")],
      swiftSettings: strict),
    module("Storing", order: 6, needs: ["Model", "Matching", "SQLite", "Schema", "CZlib"]),
    module("Querying", order: 7, needs: ["Model", "SQLite", "Schema", "Divisions", "CZlib"]),
    module(
      "Verifying",
      needs: ["Model", "Matching", "SQLite", "Schema", "Decoding", "Reading", "Storing"]),
    module("Importing", needs: ["Model", "Reading", "Schema", "Storing"]),

    .executableTarget(
      name: "archive",
      dependencies: [
        "Model", "Reading", "Schema", "Importing", "Querying", "Verifying", "Divisions",
        argumentParser,
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Model", "SQLite"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests(of: "Model"),
    tests(of: "SQLite"),
    tests(of: "Decoding"),
    tests(of: "Restoring"),
    tests(of: "Segmenting"),
    tests(of: "Divisions"),
    tests(of: "Topics", needs: ["Matching"]),
    tests(of: "Extracting"),
    tests(of: "Resolving"),
    tests(of: "Reading"),
    tests(of: "Storing", needs: ["Reading", "Schema", "SQLite"]),
    tests(of: "Importing", needs: ["Reading", "Schema", "Storing", "SQLite"]),
    tests(
      of: "Verifying", needs: ["Reading", "Schema", "Storing", "SQLite"]),
    tests(of: "Querying"),
    // Rules about the sources themselves.
    .testTarget(
      name: "TidyTests", dependencies: ["archive", "TestSupport"], path: "Tests/TidyTests",
      swiftSettings: strict),
    // The built program, run as a user runs it.
    .testTarget(
      name: "CommandTests", dependencies: ["archive", "SQLite", "TestSupport"],
      path: "Tests/CommandTests", swiftSettings: strict),

    // Invented pages of any number, for measuring and for tests that need many.
    .target(
      name: "CorpusGenerator", dependencies: ["Model", "Divisions"], path: "Tests/CorpusGenerator",
      swiftSettings: strict),
    // `make bench`: how fast, how large, how soon.
    .executableTarget(
      name: "benchmark",
      dependencies: ["CSQLite", "SQLite", "Schema", "Matching", "CorpusGenerator"],
      path: "Tests/Benchmarks", exclude: ["results"], swiftSettings: strict),
    // The built program, killed, starved and fed what no one should feed it.
    .testTarget(
      name: "CrashTests",
      dependencies: ["archive", "SQLite", "Schema", "CorpusGenerator", "TestSupport"],
      path: "Tests/CrashTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
