import CorpusGenerator
import Foundation
import Glibc
import TestSupport
import Testing

/// A file made to cost more than its size: so many bytes of the same kind of words.
struct HostileGenerator: CustomTestStringConvertible, Sendable {
  let name: String
  let make: @Sendable (_ bytes: Int, _ random: inout SeededGenerator) -> [UInt8]
  var testDescription: String { name }

  /// One unit again and again, between a beginning and an end.
  init(_ name: String, _ unit: String, after start: String = "", before end: String = "") {
    self.name = name
    make = { bytes, _ in
      let unit = Array(unit.utf8)
      let count = max(1, bytes / unit.count)
      return Array(start.utf8) + repeatElement(unit, count: count).joined() + Array(end.utf8)
    }
  }

  /// Units that differ, so that nothing seen before helps.
  init(_ name: String, each unit: @escaping @Sendable (_ random: inout SeededGenerator) -> String) {
    self.name = name
    make = { bytes, random in
      var file: [UInt8] = []
      while file.count < bytes { file += Array(unit(&random).utf8) }
      return file
    }
  }

  /// So many Han characters that names are made of.
  static func stem(_ length: Int, _ random: inout SeededGenerator) -> String {
    let characters = Array("东西南北中安平和兴旺福泰康宁华明光新建金玉山水清河溪桥林石柳杨梅竹松云龙")
    return String(
      (0..<length).map { _ in characters[Int(random.next() % UInt64(characters.count))] })
  }

  static let all: [HostileGenerator] = repeated + markup + different

  private static let repeated = [
    HostileGenerator("quotations.txt", "“三无”小区"),
    HostileGenerator("programs.txt", "实施“雪亮工程”“天网工程”，推进“三社联动”机制，"),
    HostileGenerator("names.txt", "张伟、王芳、李娜、刘洋、"),
    HostileGenerator("towns.txt", "朝阳街道、城关镇、太平镇、新民村、"),
    HostileGenerator("joined-towns.txt", "朝阳街道城关镇太平镇新民村"),
    HostileGenerator("provinces.txt", "北京上海天津重庆"),
    HostileGenerator("bulletin.txt", "粮食产量123.4万吨，增长5.3%；"),
    HostileGenerator("blank-bulletin.txt", "粮食产量123.4万吨 增长5.3% "),
    HostileGenerator("growth.txt", "增长5.3%、"),
    HostileGenerator("turned.txt", "增长5.3%\u{202E}3户 "),
    HostileGenerator("invisible.txt", "绵\u{200B}竹\u{200B}市3个"),
    HostileGenerator("hyphens.txt", "\u{00AD}"),
    HostileGenerator("joiners.txt", "市\u{200B}"),
    HostileGenerator("shares.txt", "5%"),
    HostileGenerator("line.txt", "绵竹市改造老旧小区"),
    HostileGenerator("lines.txt", "县\n"),
    HostileGenerator("sentences.txt", "绵竹市敖平镇改造小区。\n"),
    HostileGenerator("digits.txt", "1234567890"),
    HostileGenerator("numerals.txt", "一二三四五六七八九十百千万亿"),
    HostileGenerator("dates.txt", "2023年5月6日，"),
    HostileGenerator("offices.txt", "绵竹市住房和城乡建设局、德阳市民政局、"),
    HostileGenerator("credits.txt", "记者 张伟 "),
    HostileGenerator("opened.txt", "“"),
    HostileGenerator("brackets.txt", "（"),
    HostileGenerator("blanks.txt", " "),
    HostileGenerator("table.md", "| 绵竹市 | 老旧小区 | 12个 |\n"),
  ]

  private static let markup = [
    HostileGenerator("tags.txt", "<p "),
    HostileGenerator("deep.html", "<div>", before: "绵竹市改造小区。"),
    HostileGenerator("formatting.html", "<b><i><a>", before: "县"),
    HostileGenerator("tables.html", "<table><tr><td>", before: "县"),
    HostileGenerator(
      "rows.html", "<tr><td>绵竹市</td><td>老旧小区</td><td>12个</td></tr>", after: "<table>"),
    HostileGenerator("links.html", "<a href=\"x\">绵竹市要闻</a> ", after: "<html><body>"),
    HostileGenerator("attributes.html", "a=\"b\" ", after: "<p ", before: ">县</p>"),
    HostileGenerator("entities.html", "&#x7EF5;&amp;&bogus;", after: "<html><body><p>"),
    HostileGenerator("comment.html", "-", after: "<html><body><!--"),
  ]

  private static let different = [
    HostileGenerator("villages.txt") { "\(stem(2, &$0))村、" },
    HostileGenerator("estates.txt") { "\(stem(3, &$0))小区，" },
    HostileGenerator("labels.txt") { "“\(stem(4, &$0))”工程，" },
    HostileGenerator("companies.txt") { "\(stem(4, &$0))有限公司、" },
    HostileGenerator("speakers.txt") { "村民王\(stem(2, &$0))说，" },
    HostileGenerator("projects.txt") { "\(stem(2, &$0))村新建公路\($0.next() % 99)公里\n" },
    HostileGenerator("words.txt") { "\(stem(3, &$0))\n" },
    HostileGenerator("headings.txt") { "一、\(stem(6, &$0))\n今年新建\($0.next() % 99)个。\n" },
    HostileGenerator("all-attributes.html") { "<p a\($0.next() % 100_000)=b b\($0.next())=c " },
  ]
}

/// What importing one file cost.
private struct Cost {
  var seconds = 0.0
  var kibibytes = 0
  var archiveBytes = 0
}

/// Imports a file of a generator once; the processor time and memory are the program's own.
private func cost(of generator: HostileGenerator, bytes: Int) throws -> Cost {
  let folder = try folder(with: generator, bytes: bytes)
  var cost = try cost(of: ["import", "in", "-q", "-d", "a.db"], in: folder)
  let size = try FileManager.default.attributesOfItem(atPath: folder.path("a.db"))[.size]
  cost.archiveBytes = size as? Int ?? .max
  return cost
}

private func folder(with generator: HostileGenerator, bytes: Int) throws -> TemporaryFolder {
  var random = SeededGenerator(seed: 5)
  let folder = try TemporaryFolder()
  try folder.write("in/\(generator.name)", generator.make(bytes, &random))
  return folder
}

private func cost(of arguments: [String], in folder: TemporaryFolder) throws -> Cost {
  let measured = "exec /usr/bin/time -o cost -f '%U %S %M' \"$0\" \"$@\""
  let result = try run("/bin/sh", ["-c", measured, hostileProgram] + arguments, in: folder.path)
  // 1 is a query that found nothing, 3 a document that gives more rows than any may.
  #expect([0, 1, 3].contains(result.status), "\(arguments): \(result.errors)")
  let figures = try String(contentsOfFile: folder.path("cost"), encoding: .utf8)
    .split(whereSeparator: \.isWhitespace).suffix(3).map(String.init)
  return Cost(
    seconds: (Double(figures[0]) ?? .infinity) + (Double(figures[1]) ?? .infinity),
    kibibytes: Int(figures[2]) ?? .max)
}

/// The program to measure: the release build where `ARCHIVE_TEST_PROGRAM` names it.
private let hostileProgram =
  ProcessInfo.processInfo.environment["ARCHIVE_TEST_PROGRAM"] ?? archiveProgram

/// The least of three runs, since other work on the machine only ever adds.
private func leastCost(of generator: HostileGenerator, bytes: Int) throws -> Cost {
  let costs = try (0..<3).map { _ in try cost(of: generator, bytes: bytes) }
  return Cost(
    seconds: costs.map(\.seconds).min() ?? 0, kibibytes: costs.map(\.kibibytes).min() ?? 0,
    archiveBytes: costs.map(\.archiveBytes).min() ?? 0)
}

/// Twice the bytes may cost 2.5 times as much, no more.
private let mostGrowth = 2.5

/// The size at which a generator takes 0.2 s: below that the start of the program is most of it.
private func measurableSize(of generator: HostileGenerator) throws -> Int {
  var bytes = 50_000
  while try cost(of: generator, bytes: bytes).seconds < 0.2, bytes < 4_000_000 { bytes *= 2 }
  return bytes
}

/// `make growth`: long, and alone on the machine, since it tells time.
@Test(
  .enabled(if: ProcessInfo.processInfo.environment["ARCHIVE_TEST_GROWTH"] != nil),
  .serialized, .timeLimit(.minutes(60)), arguments: HostileGenerator.all)
func `time, memory and archive grow as a file does, whatever it holds`(
  generator: HostileGenerator
) throws {
  let bytes = try measurableSize(of: generator)
  let costs = try [1, 2, 4].map { try leastCost(of: generator, bytes: bytes * $0) }
  for (small, large) in zip(costs, costs.dropFirst()) {
    let growths = [
      large.seconds / small.seconds, Double(large.kibibytes) / Double(small.kibibytes),
      Double(large.archiveBytes) / Double(small.archiveBytes),
    ]
    #expect(growths.allSatisfy { $0 < mostGrowth }, "\(bytes) bytes: \(growths), \(costs)")
  }
}

/// `make growth`: what is printed of a file, and of the bytes of its facts.
@Test(
  .enabled(if: ProcessInfo.processInfo.environment["ARCHIVE_TEST_GROWTH"] != nil),
  .serialized, .timeLimit(.minutes(60)), arguments: HostileGenerator.all)
func `what is shown takes time as its file grows`(generator: HostileGenerator) throws {
  let folders = try [1, 2, 4].map { try folder(with: generator, bytes: 200_000 * $0) }
  for folder in folders { _ = try cost(of: ["import", "in", "-q", "-d", "a.db"], in: folder) }
  for arguments in [
    ["read", "in/\(generator.name)"], ["verify", "-d", "a.db"],
    ["query", "--show", "facts", "--format", "csv", "-d", "a.db"],
  ] {
    let seconds = try folders.map { folder in
      try (0..<3).map { _ in try cost(of: arguments, in: folder).seconds }.min() ?? 0
    }
    for (small, large) in zip(seconds, seconds.dropFirst()) where small >= 0.2 {
      #expect(large < mostGrowth * small, "\(arguments): \(seconds)")
    }
  }
}

@Test(.timeLimit(.minutes(15)), arguments: HostileGenerator.all)
func `an archive grows as its file does`(generator: HostileGenerator) throws {
  let small = try cost(of: generator, bytes: 8_000)
  let large = try cost(of: generator, bytes: 32_000)
  #expect(Double(large.archiveBytes) < mostGrowth * mostGrowth * Double(small.archiveBytes))
  // A debug build takes some ten times as long as the release build that these bounds are for.
  #expect(large.seconds < 20 && large.kibibytes < 200 << 10, "\(large)")
}

/// `make growth`: one file of ordinary pages, as a person may put a year of a paper into one.
@Test(
  .enabled(if: ProcessInfo.processInfo.environment["ARCHIVE_TEST_GROWTH"] != nil),
  .serialized, .timeLimit(.minutes(10)), arguments: ["txt", "html"])
func `five megabytes of ordinary text are read within 300 MB and a minute`(
  ending: String
) throws {
  let corpus = Corpus(seed: 11)
  var bytes: [UInt8] = []
  var number = 0
  while bytes.count < 5_000_000 {
    let page = corpus.page(number)
    number += 1
    if page.name.hasSuffix(ending) { bytes += page.bytes + Array("\n\n".utf8) }
  }
  let file = HostileGenerator("year.\(ending)", String(decoding: bytes, as: UTF8.self))
  let cost = try cost(of: file, bytes: bytes.count)
  #expect(cost.seconds < 60 && cost.kibibytes < 300 * 1_000_000 / 1024, "\(cost)")
}
