import Model
import Restoring
import Testing

@Suite struct SourceMapTests {
  static let pages = [
    NoiseTests.clean,
    "<b id=\"x\"></b>\n今年３月，東河縣投入 3200 萬元，改造老舊小\n\n區15個，建(jiàn)設(shè)公共■照明。",
    "标题一行\n\n第一段写到一半的时候，忽\n\n\n\n图片说明\n\n然断了，后来又接上了。\n\n</",
  ]

  @Test(arguments: pages) func `every code point stands on its own bytes`(_ page: String) {
    let document = decoded(page)
    let result = restore(document)
    let bytes = Array(page.utf8)
    for (scalar, origin) in zip(result.text.scalars, result.text.origins) {
      let slice = bytes[Int(origin.byteOffset)..<Int(origin.byteEnd)]
      let printed = Array(String(decoding: slice, as: UTF8.self).unicodeScalars)
      #expect(
        origin.byteLength == 0 || printed.count == 1 && restores(scalar, from: printed[0]))
    }
  }

  @Test(arguments: pages) func `restoring twice equals restoring once`(_ page: String) {
    let once = restore(decoded(page))
    let twice = restore(decoded(once.text.string))
    #expect(twice.text.string == once.text.string)
    #expect(twice.edits.isEmpty)
  }

  @Test(arguments: pages) func `every edit quotes what the original prints`(_ page: String) {
    let bytes = Array(page.utf8)
    for edit in restore(decoded(page)).edits {
      let slice = bytes[edit.byteOffset..<edit.byteOffset + edit.byteLength]
      #expect(String(decoding: slice, as: UTF8.self) == edit.printed)
    }
  }

  @Test(arguments: pages) func `each line is a run of the text without its line end`(
    _ page: String
  ) {
    let result = restore(decoded(page))
    #expect(
      result.lines.map { result.text.string($0.span) }
        == result.text.string.split(separator: "\n").map(String.init))
  }
}
