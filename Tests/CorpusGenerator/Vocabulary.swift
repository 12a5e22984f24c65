/// The sentences and words that invented articles are made of.
enum Vocabulary {
  static let titles = Template.lines(
    of: """
      {county}：老旧小区换新颜 群众生活更舒心
      {county}{label}让治理更有温度
      {town}打造宜居家园
      {county}召开基层治理现场推进会
      小院里的大变化——{village}治理见闻
      {city}加快推进雨污管网改造
      {county}{program}走进{village}
      一枚红印章 服务千万家
      {village}：楼道亮了 心里暖了
      {county}全力保障民生实事落地
      """)

  static let sentences = Template.lines(
    of: """
      {period}，{county}改造老旧小区{count 个 老旧小区 改造}，惠及居民{count 户 居民 惠及}。
      据了解，该项目总投资{money 项目 总投资}，计划{year}年{month}月底前全面完工。
      {county}住房和城乡建设局局长{person}介绍，全县已建成停车位{count 个 停车位 建成}，新增充电桩{count 个 充电桩 新增}。
      {town}把{program}作为抓手，组织党员干部{count 名 党员干部 组织}下沉网格。
      “以前楼道里黑漆漆的，现在晚上回家也不怕了。”家住{village}的居民{person}说。
      {village}建立{program}，收集群众意见{count 条 群众意见 收集}，办结率达{percent 意见 办结率}。
      同比增长{percent 产值 同比增长}，占年度计划的{percent 投资 占年度计划}。
      新建雨污管网{length 雨污管网 新建}，铺设燃气管道{length 燃气管道 铺设}，整治道路{length 道路 整治}。
      绿化面积扩大到{area 绿化面积 扩大}，新增休闲广场{count 处 休闲广场 新增}。
      {county}委书记{person}到{town}调研时强调，要把实事办到群众心坎上。
      {city}{program}覆盖{count 个 社区 覆盖}社区，服务老人{count 人次 老人 服务}。
      {period}，{village}发放补助资金{money 补助资金 发放}，户均增收{money 农户 增收}。
      “我们坚持问需于民，先听居民怎么说，再看方案怎么改。”{person}告诉记者。
      小区成立业主委员会后，物业费收缴率由{percent 物业费 收缴率}提高到{percent 物业费 收缴率}。
      {county}民政局在{village}设立便民服务点，每周开展义诊{count 场 义诊 开展}。
      {town}整合各类资金{money 资金 整合}，实施{program}。
      该镇还组建志愿服务队{count 支 志愿服务队 组建}，参与环境整治、矛盾调解、邻里互助。
      走进{village}，平整的沥青路面、崭新的健身器材映入眼帘，老人们在树荫下下棋聊天。
      围绕停车难、充电难、晾晒难，{town}逐户走访，列出问题清单，明确责任人和完成时限。
      {period}，全县完成造林{area 造林 完成}，治理水土流失{area 水土流失 治理}。
      {county}农业农村局负责人表示，下一步将继续完善产业链条，带动更多群众就近就业。
      会议要求，各部门要压实责任、加强协作，确保年度目标任务按期完成。
      {village}党支部书记{person}牵头召开院坝会，大家你一言我一语，很快定下了改造方案。
      截至目前，{county}共排查隐患{count 处 隐患 排查}，整改{count 处 隐患 整改}。
      {program}启动以来，累计培训村医{count 名 村医 培训}，巡诊里程{length 巡诊 累计}。
      每到傍晚，广场上歌声阵阵，孩子们追逐嬉戏，一派祥和景象。
      {city}财政安排专项资金{money 专项资金 安排}，重点支持学校、医院和养老设施建设。
      通过共建共治共享，昔日脏乱差的背街小巷变成了网红打卡地。
      """)

  static let surnames = scalars("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余")
  static let givenNames = scalars("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海波晓燕春梅立新永康宁")
  static let estates = scalars("和平幸福东风新华朝阳翠竹金桂银杏望江临湖碧水青山锦绣丰泽康乐文苑")
  static let labels = [
    "五和", "六步", "红心", "一核多元", "1+3+N", "小院议事", "邻里汇", "银龄", "七彩", "两进四送", "民情直通车",
    "四个一", "红色物业", "百姓点单", "三治融合", "有事好商量", "阳光积分", "网格连心",
  ]
  static let heads = [
    ("工作法", "method"), ("机制", "mechanism"), ("行动", "campaign"), ("平台", "platform"),
    ("工程", "project"), ("服务圈", "target"), ("模式", "mechanism"), ("志愿服务活动", "campaign"),
  ]
  static let periods = [
    "今年以来", "去年", "近年来", "今年上半年", "今年1至9月", "“十四五”以来", "截至目前", "2021年以来", "上半年",
  ]
  static let topics = ["三无小区", "老旧小区改造", "社区治理", "养老服务", "乡村振兴", "环境整治"]
  static let papers = ["城乡日报", "晚报", "县融媒体中心", "新闻网", "经济日报"]
  static let navigation = ["首页", "新闻", "时政", "民生", "专题", "视频", "数字报", "联系我们"]
  static let spam = ["点击关注获取更多精彩内容", "本站所有内容仅供学习交流", "下载客户端阅读全文"]
  static let ornaments = scalars("◆★■●▲※")

  private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
