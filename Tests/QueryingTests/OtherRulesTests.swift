import Querying
import SQLite
import Testing

/// An archive of so many documents, one of which or a run of which other rules have read.
private func rules(of count: Int, other rows: ClosedRange<Int>, _ version: Int) throws
  -> OtherRules?
{
  let archive = try LittleArchive()
  try archive.run("INSERT INTO sqlar VALUES ('x', 33188, 0, 0, x'')")
  try archive.run(
    """
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT \(count))
    INSERT INTO documents
    SELECT i, i, NULL, NULL, NULL, 0, '', 'empty', NULL, 'x', NULL,
      iif(i BETWEEN \(rows.lowerBound) AND \(rows.upperBound), \(version), 5)
    FROM n
    """)
  return try archive.open().otherRules(than: 5)
}

@Test(arguments: [1, 2, 31, 32, 33, 64, 65, 2047, 2048])
func `other rules are found in every row of a small archive`(count: Int) throws {
  for row in Set([1, count / 2 + 1, max(1, count - 1), count]) {
    #expect(try rules(of: count, other: row...row, 4) == .older, "\(row) of \(count)")
  }
  #expect(try rules(of: count, other: 0...0, 4) == nil)
}

@Test(arguments: [2049, 2100, 5000, 20_000])
func `other rules are found in every run of a large archive`(count: Int) throws {
  for start in stride(from: 1, through: count - count / 32, by: max(1, count / 50)) {
    let run = start...(start + count / 32)
    #expect(try rules(of: count, other: run, 6) == .newer, "\(run) of \(count)")
  }
  #expect(try rules(of: count, other: count...count, 6) == .newer, "the last")
}

@Test func `documents with any numbers are looked at`() throws {
  let archive = try LittleArchive()
  try archive.run("INSERT INTO sqlar VALUES ('x', 33188, 0, 0, x'')")
  for id in [Int.min, 0, Int.max] {
    try archive.run(
      """
      INSERT INTO documents
      VALUES (:id, 'x', NULL, NULL, NULL, 0, '', 'empty', NULL, 'x', NULL, 5)
      """, ["id": .integer(id)])
  }
  #expect(try archive.open().otherRules(than: 5) == nil)
  #expect(try archive.open().otherRules(than: 4) == .newer)
}
