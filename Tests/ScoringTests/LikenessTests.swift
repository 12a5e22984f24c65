import Scoring
import Testing

/// When two readers mean the same; each row was settled while gold was read a second time.
@Suite struct LikenessTests {
  @Test(arguments: [
    ("三無小區", "三无小区"), ("１０００ 户", "1000户"), ("435\u{3000}个\n小区", "435个小区"), ("㎡", "m2"),
    ("", ""),
  ])
  func `script, width and white space do not count`(_ a: String, _ b: String) {
    #expect(NormalForm(a) == NormalForm(b))
  }

  @Test func `quotation and book marks count in quotes and not in names`() {
    #expect(areSameName("“五个一”工作法", "《五个一工作法》"))
    #expect(NormalForm("“五个一”工作法") != NormalForm("五个一工作法"))
    #expect(!areSameName("五个一工作法", "五个二工作法"))
  }

  @Test(arguments: [
    ("老旧小区", "城镇老旧小区", true), ("专项债券资金", "债券资金", true), ("小区", "遂宁市所有的老旧小区", false),
    ("停车位", "路灯", false), ("", "路灯", false), ("", "", true), ("改造小区", "小区改造", true),
  ])
  func `phrases are alike when they share most`(_ a: String, _ b: String, _ areSame: Bool) {
    #expect(areAlike(a, b) == areSame)
    #expect(areAlike(b, a) == areSame)
  }

  @Test(
    arguments: [
      (12.0, 12.0, true), (12, 12.001, false), (66.667, 66.6666, true), (-2.3, 2.3, false),
      (100_000_000, 100_000_001, false), (nil, nil, true), (nil, 0, false),
    ] as [(Double?, Double?, Bool)])
  func `numbers are the same but for a rounded quotient`(
    _ a: Double?, _ b: Double?, _ areSame: Bool
  ) {
    #expect(areSameNumber(a, b) == areSame)
  }

  @Test(arguments: [
    ("平方米", "㎡", true), ("公里", "千米", true), ("％", "%", true), ("元", "块", true), ("个", "户", false),
    ("元", "万元", false),
  ])
  func `units are the same under any spelling`(_ a: String, _ b: String, _ areSame: Bool) {
    #expect(areSameUnit(a, b) == areSame)
  }

  @Test(
    arguments: [
      ("三无小区", "小区", 2, 2), ("小区小区", "小区", 0, 2), ("小区", "三无小区", nil, nil),
    ] as [(String, String, Int?, Int?)])
  func `words are found first and last`(
    _ text: String, _ words: String, _ first: Int?, _ last: Int?
  ) {
    #expect(NormalForm(text).first(NormalForm(words)) == first)
    #expect(NormalForm(text).last(NormalForm(words)) == last)
  }
}
