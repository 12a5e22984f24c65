import Matching
import Testing

@testable import Topics

@Suite struct TopicVocabularyTests {
  private func check(_ text: String, _ topic: String, _ isSignalled: Bool = true) {
    #expect(TopicVocabulary.builtIn.topics(of: text).contains(topic) == isSignalled, "\(text)")
  }

  @Test func `a name signals the topic it speaks of`() {
    check("柳林水库扩建工程", "水利")
    check("夜间便民服务点", "便民服务")
    check("零工市场招聘会", "就业")
    check("柳林水库扩建工程", "教育", false)
  }

  @Test func `quotation marks do not hide a word`() {
    check("“三无”小区", "三无小区")
    check("「三無」小區", "三无小区", false)
    check("“三无”变“三有”", "三无小区")
  }

  @Test func `a user's file adds topics and words`() {
    let own = LexiconFile(Array("# own\n夜经济\t夜市\n教育\t夜校\n骑行\n".utf8))
    let wider = TopicVocabulary.builtIn.adding(own)
    #expect(wider.topics(of: "周末夜市") == ["夜经济"])
    #expect(wider.topics(of: "市民夜校").contains("教育"))
    #expect(wider.topics(of: "环湖骑行") == ["骑行"])
  }

  @Test func `a weak word counts half, a hiding word nothing`() {
    let file = LexiconFile(Array("# own\n教育\t课堂\n教育\t学校\tweak\n-\t学校食堂\n".utf8))
    let vocabulary = TopicVocabulary(file)
    #expect(vocabulary.topics == ["教育"])
    #expect(vocabulary.counts(in: Array("课堂、学校、学校食堂".unicodeScalars)[...]) == [1.5])
  }

  @Test func `words of another field do not signal a topic`() {
    check("广泛开展宣传教育", "教育", false)
    check("实施农村饮水安全工程", "平安建设", false)
    check("实施农村饮水安全工程", "水利")
    check("硬化农村公路", "农业", false)
    check("硬化农村公路", "交通")
  }

  @Test func `every topic of the guide is there`() {
    #expect(TopicVocabulary.builtIn.topics.count == 18)
  }
}
