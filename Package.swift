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
    module("Divisions", needs: ["Model", "Matching"]),

    // The one-way road.
    module("Decoding", order: 1, needs: ["Model", "CGumbo"]),
    module("Restoring", order: 2, needs: ["Model", "Matching"]),
    module("Segmenting", order: 3, needs: ["Model", "Matching"]),
    module("Extracting", order: 4, needs: ["Model", "Matching", "Divisions"]),
    module("Resolving", order: 5, needs: ["Model", "Matching", "Divisions"]),
    module(
      "Reading",
      needs: [
        "Model", "Decoding", "Restoring", "Segmenting", "Extracting", "Resolving", "CNettle",
      ]),

    // The archive file.
    module("SQLite", needs: ["CSQLite"]),
    .target(
      name: "Schema", path: "Schema",
      resources: [.embedInCode("m0001_base.sql")],
      swiftSettings: strict),
    module("Storing", order: 6, needs: ["Model", "SQLite", "Schema", "CZlib"]),
    module(
      "Querying", order: 7,
      needs: ["Model", "Matching", "SQLite", "Schema", "Divisions", "CZlib"],
      resources: [
        .embedInCode("Names/place-endings.txt"), .embedInCode("Question/question-words.txt"),
        .embedInCode("Question/fact-subjects.txt"), .embedInCode("Question/program-endings.txt"),
      ]),
    module("Printing"),
    module("Importing", needs: ["Model", "Reading", "Storing"]),

    .executableTarget(
      name: "archive",
      dependencies: ["Model", "Reading", "Importing", "Querying", "Printing", "SQLite", "Divisions", argumentParser],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Model"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests(of: "Model"),
    tests(of: "SQLite"),
    tests(of: "Decoding"),
    tests(of: "Restoring"),
    tests(of: "Segmenting"),
    tests(of: "Divisions"),
    tests(of: "Extracting"),
    tests(of: "Resolving"),
    tests(of: "Reading"),
    tests(of: "Storing"),
    tests(of: "Querying", needs: ["Matching", "SQLite", "Schema"]),
    tests(of: "Printing"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
