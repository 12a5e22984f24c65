import Printing
import Testing

/// What a printer writes for one table of two columns.
private func check(
  _ rows: [[Cell]], _ options: PrintOptions, _ expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var output = ""
  var printer = RowPrinter(options) { output += $0 }
  printer.print([Table(title: "t", columns: [Column("name"), Column("n")], rows: rows)])
  #expect(output == expected, sourceLocation: sourceLocation)
}

@Suite struct RowPrinterTests {
  @Test func `a table knows that Han characters take two columns`() {
    check(
      [[.text("绵竹市"), .integer(7)], [.text("ab"), .integer(12)]], PrintOptions(.table),
      """
      name     n
      ──────  ──
      绵竹市   7
      ab      12

      """)
  }

  @Test func `a table on a narrow terminal cuts the widest column`() {
    check(
      [[.text("四川省德阳市绵竹市剑南街道"), .integer(1)]], PrintOptions(.table, width: 16),
      """
      name           n
      ─────────────  ─
      四川省德阳市…  1

      """)
  }

  @Test func `control characters never reach a table`() {
    check(
      [[.text("a\u{1B}[31m\u{202E}b\nc"), .empty]], PrintOptions(.table),
      """
      name               n
      ─────────────────  ─
      a␛[31m‹U+202E›b c

      """)
  }

  @Test func `csv quotes what needs it and keeps the value`() {
    check(
      [[.text("a,\"b\"\n"), .real(1.5)], [.text("=1+1"), .real(108_295_900)]], PrintOptions(.csv),
      "name,n\n\"a,\"\"b\"\"\n\",1.5\n=1+1,108295900\n")
  }

  @Test func `csv for a spreadsheet holds no formula but keeps negative numbers`() {
    check(
      [[.text("=1+1"), .real(-3.2)], [.text("-3.2%"), .integer(-3)]],
      PrintOptions(.csv, isForSpreadsheet: true),
      "\u{FEFF}name,n\r\n'=1+1,-3.2\r\n'-3.2%,-3\r\n")
  }

  @Test(
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "\r=1", " =1", "\u{3000}=1", "\u{A0}+1",
      " \n\t @x", "＝1+1", "＋1", "－1", "＠x", "\u{3000}＝1", "﹦1", "−1", "\tx", "\nx",
    ])
  func `csv for a spreadsheet takes every formula its meaning`(_ words: String) {
    var output = ""
    var printer = RowPrinter(PrintOptions(.csv, isForSpreadsheet: true)) { output += $0 }
    printer.print([Table(title: "t", columns: [Column("x")], rows: [[.text(words)]])])
    let field = output.split(separator: "\r\n", omittingEmptySubsequences: false)[1]
    #expect(field.hasPrefix("'") || field.hasPrefix("\"'"), "\(field)")
  }

  @Test(arguments: ["三-无", "3=4", "　　段首", " a", "（-3）", "1-2", "'=1", ""])
  func `csv for a spreadsheet leaves other words alone`(_ words: String) {
    check(
      [[.text(words), .real(-0.5)]], PrintOptions(.csv, isForSpreadsheet: true),
      "\u{FEFF}name,n\r\n\(words),-0.5\r\n")
  }

  @Test func `csv keeps tabs and line ends in quotation marks and shows other controls`() {
    check(
      [[.text("a\tb\nc\u{1B}[31m\u{9B}\u{202E}"), .empty]], PrintOptions(.csv),
      "name,n\n\"a\tb\nc␛[31m‹U+9B›‹U+202E›\",\n")
  }

  @Test func `tsv has one line a row and says what stood there`() {
    check(
      [[.text("a\tb\nc\r\\n\u{1B}"), .empty]], PrintOptions(.tsv),
      "name\tn\na\\tb\\nc\\r\\\\n␛\t\n")
  }

  @Test func `json escapes what could steer a terminal`() {
    check(
      [[.text("“三无”\u{1B}\u{202E}\""), .empty], [.list(["a"]), .real(0.1)]], PrintOptions(.json),
      #"""
      [
        {"name": "“三无”\u001b\u202e\"", "n": null},
        {"name": ["a"], "n": 0.1}
      ]

      """#)
  }

  @Test func `ndjson has one object a line`() {
    check([[.text("x"), .integer(1)]], PrintOptions(.ndjson), "{\"name\": \"x\", \"n\": 1}\n")
  }

  @Test func `markdown escapes its own signs`() {
    check(
      [[.text("a|b <i>"), .integer(1)]], PrintOptions(.markdown),
      "| name | n |\n| --- | --- |\n| a\\|b \\<i\\> | 1 |\n")
  }

  @Test func `no rows are an empty array and a bare header`() {
    check([], PrintOptions(.json), "[]\n")
    check([], PrintOptions(.csv), "name,n\n")
  }

  @Test func `several tables are one json object`() {
    var output = ""
    var printer = RowPrinter(PrintOptions(.json), isOneOfSeveral: true) { output += $0 }
    printer.print([
      Table(title: "articles", columns: [Column("id")], rows: [[.integer(1)]]),
      Table(title: "facts", columns: [Column("id")]),
    ])
    #expect(output == "{\n  \"articles\": [\n    {\"id\": 1}\n  ],\n  \"facts\": []\n}\n")
  }

  @Test func `on a terminal no form lets a control character through`() {
    for format in OutputFormat.allCases {
      var output = ""
      var printer = RowPrinter(PrintOptions(format, isTerminal: true)) { output += $0 }
      printer.print([
        Table(title: "t", columns: [Column("x")], rows: [[.text("\u{1B}[2J\u{9B}\u{2067}\u{7F}")]])
      ])
      let unsafe = output.unicodeScalars.filter {
        $0 != "\n" && ($0.value < 32 || (0x7F...0x9F).contains($0.value) || $0.value == 0x2067)
      }
      #expect(unsafe.isEmpty, "\(format)")
    }
  }
}

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("绵竹市", 6), ("“三无”", 6), ("ＡＢ", 4), ("e\u{301}", 1), ("①", 1), ("𠀀", 2),
    ("，。", 4), ("·", 1), ("한국", 4), ("😀", 2),
  ])
  func `width follows UAX 11`(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test func `cutting keeps to the width`() {
    for width in 1...12 {
      #expect(TextWidth.of(TextWidth.cut("绵竹市a改造“三无”", to: width)) <= width)
    }
  }
}
