import Model
import Segmenting
import Testing

/// What sort of piece a text is.
@Suite struct KindTests {
  private func kind(_ page: String) -> ArticleKind? { segment(restored(page)).articles.first?.kind }

  private static let letter =
    "尊敬的用户：\n因西坪路改造，定于10月24日上午7点至25日上午5点停水，请提前做好蓄水准备。"

  @Test func `a letter to users with its signature is a notice`() {
    #expect(kind("\(Self.letter)\n东河县供水有限公司\n2020年10月22日") == .notice)
    #expect(kind("\(Self.letter)\n特此公告。") == .notice)
  }

  @Test func `a letter that nobody signed is none`() {
    #expect(kind(Self.letter) == .news)
    #expect(kind("尊敬的读者：\n今年以来，东河县改造小区15个，居民都说好。") == .news)
  }

  @Test func `a picture with the lines under it is a photo`() {
    let page = """
      西坪镇老旧小区改造

      工人在移栽绿化花草

      6月20日，在西坪镇老旧小区改造现场，机声轰鸣，一派热火朝天的施工景象。

      记者 王小强 摄
      """
    #expect(kind(page) == .photo)
  }

  @Test func `a long piece under the name of a column is a feature`() {
    let text = String(repeating: "今年以来，西坪镇改造小区15个，惠及居民2100户，居民们都说好。", count: 14)
    #expect(kind("深度观察 | 西坪镇的小区变了样\n\n\(text)") == .feature)
    #expect(kind("西坪 | 西坪镇的小区变了样\n\n\(text)") == .news)
  }

  @Test func `who speaks in what was broadcast is no headline`() {
    let page = "西坪镇书记唐淑蓉：\n西坪镇有2万多人，其中老人7000多名，开办食堂是一项善举。"
    let article = segment(restored(page)).articles.first
    #expect(article?.title == nil)
    #expect(article?.body.string.hasPrefix("西坪镇书记唐淑蓉：") == true)
  }

  @Test func `headings of a text that lost its headline start no pieces`() {
    let text = "今年以来，西坪镇改造小区15个，惠及居民2100户，居民们都说好。"
    let articles = segment(restored("\(text)\n城乡一体供水\n\(text)他们说，生活好了。\n村庄整治\n\(text)大家都来了。"))
      .articles
    #expect(articles.count == 1)
    #expect(articles.first?.title == nil)
    #expect(articles.first?.kind == .feature)
  }

  @Test func `a picture's words above a report are no headline`() {
    let page = "老人正在接受免费体检 本报记者 王小强 摄\n本报讯（记者李晓）近日，西坪镇为老人提供免费体检，200多人参加。"
    let article = segment(restored(page)).articles.first
    #expect(article?.title == nil)
    #expect(article?.body.string.hasPrefix("近日") == true)
    let headline = segment(restored("东河县举办摄影展 百人拍摄\n近日，西坪镇为老人拍照，200多人参加。")).articles.first
    #expect(headline?.title?.string == "东河县举办摄影展 百人拍摄")
  }
}
