import Reading
import Schema
import Testing

/// The scripts of released formats by their digests.
///
/// Files made by them are out in the world, so that none may change by a byte. A new version of the
/// file is a new script and a new line here.
private let released = [
  "42beaea92bd485e84f3b5781b6691024afde583421c86647cfd91e172d241b98"
]

@Test func `a released script of the schema never changes`() {
  let digests = Migrations.all.map { sha256(of: Array($0.utf8)) }
  #expect(Array(digests.prefix(released.count)) == released)
}
