extension LittleArchive {
  /// Two cities of Sichuan, a municipality, a county under no city, two towns of one name.
  static func sample() throws -> LittleArchive {
    let archive = try LittleArchive()
    try archive.addPlaces()
    try archive.addArticles()
    try archive.addFacts()
    return archive
  }

  private func addPlaces() throws {
    try addPlace(1, "四川省", "province")
    try addPlace(2, "四川省/德阳市", "city", parent: 1)
    try addPlace(3, "四川省/德阳市/绵竹市", "county", parent: 2)
    try addPlace(4, "四川省/遂宁市", "city", parent: 1)
    try addPlace(5, "四川省/遂宁市/船山区", "county", parent: 4)
    try addPlace(6, "四川省/遂宁市/船山区/南强镇", "town", parent: 5)
    try addPlace(7, "重庆市", "province")
    try addPlace(8, "湖北省", "province")
    try addPlace(9, "湖北省/仙桃市", "county", parent: 8)
    try addPlace(10, "四川省/德阳市/绵竹市/南强镇", "town", parent: 3)
    try addPlace(11, "四川省/阿坝藏族羌族自治州", "city", parent: 1)
    try addPlace(12, "四川省/遂宁市/船山区/南强镇/荷塘社区", "community", parent: 6)
  }

  private func addArticles() throws {
    try addDocument(1, "page.txt")
    try addArticle(
      1, "绵竹市：老旧小区变样", "绵竹市推进“三无”小区治理。改造资金10829.59万元已到位。",
      source: "德阳日报", published: "2021-12-01")
    try addArticle(
      2, "遂宁治理“三无小区”", "遂宁市有三无小区1500余个。\n船山区新增停车位300个，总投资12亿元。",
      source: "遂宁日报", published: "2024-09-20", kind: "feature")
    try addArticle(3, "重庆晚间新闻", "社区会客厅开放。物业进驻。", source: "渝报", published: "2023-05-06")
    try addArticle(4, "遂宁治理“三无小区”", "遂宁市有三无小区1500余个。", duplicateOf: 2)
    for (place, article) in [
      (1, 1), (2, 1), (3, 1), (1, 2), (4, 2), (5, 2), (7, 3), (4, 4), (9, 3), (11, 3), (6, 2),
      (10, 1),
      (12, 2),
    ] {
      try link(place: place, article: article)
    }
    try addProgram(1, "三无小区治理", topics: "三无小区,社区治理", article: 1, place: 3)
    try addProgram(1, "三无小区治理", topics: "三无小区,社区治理", article: 2, place: 4)
    try addProgram(2, "五个一工作法", kind: "method", topics: "三无小区", article: 1, place: 3)
    try addProgram(3, "社区会客厅", kind: "platform", topics: "便民服务", article: 3, place: 7)
    try addProgram(4, "雪亮工程", kind: "project", topics: "平安建设", article: 2, place: 6)
    try addProgram(5, "全民阅读", kind: "campaign", topics: "文化", article: 3, place: nil)
    try run("INSERT INTO organizations VALUES (1, '船山区民政局')")
    try run(
      "INSERT INTO organization_links (article_id, organization_id, mentions) VALUES (2, 1, 1)")
    try run("INSERT INTO people VALUES (1, '张三')")
    try run(
      "INSERT INTO person_links (article_id, person_id, role, mentions) VALUES (2, 1, '书记', 1)")
    try run("INSERT INTO bylines (article_id, ordinal, name, role) VALUES (1, 0, '李四', '记者')")
  }

  private func addFacts() throws {
    try addFact(
      1, "10829.59万元", 108_295_900, "元", subject: "改造资金", kind: "amount", place: 3,
      sentence: "老旧小区改造资金10829.59万元已到位。")
    try addFact(
      2, "1500余个", 1500, "个", subject: "“三无小区”", place: 4, approx: "over",
      sentence: "遂宁市有“三无小区”1500余个。")
    try addFact(
      2, "300个", 300, "个", subject: "停车位", place: 5, from: "2022-01-01", to: "2022-12-31",
      program: 4, sentence: "船山区新增停车位300个。")
    try addFact(
      2, "12亿元", 1_200_000_000, "元", subject: "总投资", kind: "amount", place: 5,
      to: "2023-12-31", sentence: "总投资12亿元。")
    try addFact(
      2, "超10亿元", 1_000_000_000, "元", subject: "总投资", kind: "amount", place: 4,
      approx: "over", sentence: "总投资超10亿元。")
    try addFact(
      3, "3-5名", 3, "名", subject: "志愿者", place: 7, upTo: 5, sentence: "志愿者3-5名。")
    try addFact(
      3, "90%", 90, "%", subject: "物业覆盖率", kind: "share", place: 7, sentence: "覆盖率90%。")
  }
}
