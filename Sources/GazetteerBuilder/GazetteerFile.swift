import Divisions
import FoundationEssentials

/// The bytes of the gazetteer while they are put together.
struct GazetteerFile {
  /// The bytes of one section.
  struct Bytes {
    private(set) var bytes: [UInt8] = []

    mutating func append<Number: FixedWidthInteger>(_ numbers: some Sequence<Number>) {
      for number in numbers { append(number) }
    }

    mutating func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }

  private var sections = [Bytes](repeating: Bytes(), count: GazetteerLayout.Section.allCases.count)

  subscript(_ section: GazetteerLayout.Section) -> Bytes {
    get { sections[section.rawValue] }
    set { sections[section.rawValue] = newValue }
  }

  /// Writes header and sections, each section on a multiple of four bytes.
  func write(to path: String) throws {
    var header = Bytes()
    var body: [UInt8] = []
    let start = 4 * (2 + sections.count + 1)
    header.append([GazetteerLayout.magic, GazetteerLayout.version])
    for section in sections {
      header.append(UInt32(start + body.count))
      body += section.bytes
      body += [UInt8](repeating: 0, count: (4 - section.bytes.count % 4) % 4)
    }
    header.append(UInt32(start + body.count))
    try Data(header.bytes + body).write(to: URL(filePath: path))
  }
}
