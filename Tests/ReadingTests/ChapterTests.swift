import Model
import Reading
import TestSupport
import Testing

/// A report of some 50,000 characters: no newspaper has one, a yearbook may.
private let report: String = {
  let counties = ["绵竹市", "什邡市", "广汉市", "罗江区"]
  let paragraphs = (1...900).map { number in
    let county = counties[number % counties.count]
    return "　　2023年，\(county)推进“放心水龙头”工程，实施第\(number)批项目，新建管道\(number)公里，"
      + "改造老旧小区\(number % 7 + 2)个，完成投资\(number)万元，县住房和城乡建设局局长王建国介绍了做法。"
  }
  return "德阳市多措并举推进供水工程\n\n德阳讯 " + paragraphs.joined(separator: "\n")
}()

private let record = read(SourceFile(name: "report.txt", bytes: Array(report.utf8)))

@Test func `a very long article is one article, and every position leads to its words`() throws {
  let article = try #require(record.articles.first)
  #expect(record.articles.count == 1)
  let text = Array(article.text.unicodeScalars)
  #expect(text.count > 50_000, "longer than what is read in one piece")
  for mention in article.mentions {
    #expect(String(String.UnicodeScalarView(text[mention.span.range])) == mention.quote)
  }
  for fact in article.facts {
    #expect(String(String.UnicodeScalarView(text[fact.span.range])) == fact.quote)
    #expect(String(String.UnicodeScalarView(text[fact.sentence.range])) == fact.sentenceText)
    #expect(fact.sentence.contains(fact.span))
  }
}

@Test func `facts of its last chapter are as those of the first`() throws {
  let article = try #require(record.articles.first)
  let lengths = article.facts.filter { $0.unit == "公里" }
  #expect(lengths.map(\.value) == (1...900).map(Double.init))
  for fact in lengths {
    let place = fact.place.map { article.places[$0].name }
    #expect(place == ["绵竹市", "什邡市", "广汉市", "罗江区"][Int(fact.value) % 4], "\(fact.quote)")
    #expect(fact.program.map { article.programs[$0].name } == "放心水龙头工程", "\(fact.quote)")
  }
}

@Test func `what all chapters name is one entity, counted in each`() throws {
  let article = try #require(record.articles.first)
  #expect(Set(article.places.map(\.pathText)).count == article.places.count)
  #expect(Set(article.people.map(\.name)).count == article.people.count)
  #expect(Set(article.organizations.map(\.name)).count == article.organizations.count)
  let program = try #require(article.programs.first { $0.name == "放心水龙头工程" })
  #expect(program.mentions == 900)
  #expect(article.people.first { $0.name == "王建国" }?.mentions == 900)
  #expect(article.places.first { $0.name == "绵竹市" }?.mentions == 225)
}

@Test(arguments: [("县\n", 1_000_001, "1000000 lines"), ("a", 16_000_001, "16000000 characters")])
func `a document of more than any may have is a failed one with its reason`(
  unit: String, count: Int, most: String
) {
  let bytes = Array(repeatElement(Array(unit.utf8), count: count).joined())
  let record = read(SourceFile(name: "much.txt", bytes: bytes))
  #expect(record.status == .failed)
  #expect(record.error == "gives more than \(most), the most of one document; split it")
  #expect(record.articles.isEmpty)
}
