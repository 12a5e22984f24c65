import Model
import Restoring
import Testing

@Suite struct ScriptTests {
  private func check(_ printed: String, _ simplified: String, _ script: Script) {
    let result = restore(decoded(printed))
    #expect(result.text.string == simplified)
    #expect(result.script == script)
    #expect(result.edits.isEmpty)
  }

  @Test func `a Traditional page becomes Simplified by phrases and characters`() {
    check("老舊小區改造後，街道乾乾淨淨，瞭望臺也瞭然於目。", "老旧小区改造后，街道干干净净，瞭望台也了然于目。", .traditional)
  }

  @Test func `a Simplified page with 乾, 於 and 著 passes unchanged`() {
    let text = "乾县人李於著有《乾隆年间的水利》，名著传世。"
    check(text, text, .simplified)
  }

  @Test func `a place name keeps its character on a Traditional page`() {
    check("記者從乾安縣獲悉，當地糧食豐收。", "记者从乾安县获悉，当地粮食丰收。", .traditional)
  }

  @Test func `one Traditional name does not make a page Traditional`() {
    let text = "台北故宫的“故宮”二字出自名家之手，参观者说这两个字写得很好，大家都来合影留念，现场十分热闹，工作人员忙着引导大家有序排队进场参观。"
    check(text, text, .simplified)
  }
}
