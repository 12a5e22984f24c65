import Model

/// How everyday use shortens official names.
enum Naming {
  /// The generic words a name ends with, longest first.
  private static let generics = [
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "行政委员会", "地区", "林区", "特区", "新区", "街道",
    "苏木", "省", "市", "州", "盟", "区", "县", "旗", "镇", "乡",
  ]

  /// The peoples that autonomous units are named for, without 族; longest first.
  private static let peoples = [
    "柯尔克孜", "乌孜别克", "维吾尔", "哈萨克", "塔吉克", "俄罗斯", "达斡尔", "鄂温克", "鄂伦春", "土家", "仡佬",
    "景颇", "布朗", "傈僳", "拉祜", "哈尼", "蒙古", "朝鲜", "布依", "毛南", "仫佬", "纳西", "独龙", "阿昌", "普米",
    "裕固", "保安", "东乡", "撒拉", "锡伯", "赫哲", "各", "怒", "羌", "藏", "彝", "苗", "侗", "壮", "瑶", "白", "傣",
    "回", "满", "黎", "畲", "佤", "水", "土", "京",
  ]

  /// The generic word and what stands before it, with the peoples left out.
  static func parts(of name: String) -> (stem: String, generic: String) {
    let generic = generics.first { name.hasSuffix($0) && name.count > $0.count } ?? ""
    let stem = String(name.dropLast(generic.count))
    let isAutonomous = generic.hasPrefix("自治") || (generic == "乡" && stem.hasSuffix("族"))
    return (isAutonomous ? withoutPeoples(stem) : stem, generic)
  }

  /// The name without its generic word and peoples: 阿坝, 双流, 金马.
  static func stem(of name: String) -> String { parts(of: name).stem }

  /// Whether the name is found in running text: not 城市, 社区, 林业局 and the like, which the
  /// statistics have as towns.
  static func isProper(_ unit: Unit) -> Bool {
    switch unit.level {
    case .province, .city, .county: true
    case .zone: unit.name.count >= 6 && isNamedForItsPlace(unit)
    default:
      ["街道", "镇", "乡", "苏木"].contains { unit.name.hasSuffix($0) && unit.name.count > $0.count }
    }
  }

  /// 成都高新技术产业开发区, but not 现代农业园区.
  private static func isNamedForItsPlace(_ zone: Unit) -> Bool {
    var place = zone.parent
    while let unit = place {
      if zone.name.hasPrefix(stem(of: unit.name)) { return true }
      place = unit.parent
    }
    return false
  }

  /// The forms in use beside the full one.
  static func forms(of unit: Unit) -> [(name: String, isShort: Bool)] {
    guard unit.level != .zone else { return [] }
    let (stem, generic) = parts(of: unit.name)
    var forms: [(name: String, isShort: Bool)] = []
    if generic.hasPrefix("自治"), let last = generic.last, stem + generic != unit.name {
      forms.append((stem + (last == "区" ? "自治区" : String(last)), false))
    }
    if generic == "乡", stem + generic != unit.name { forms.append((stem + generic, false)) }
    if generic == "新区" { forms.append((stem + "新", true)) }
    if stem.count >= 2, stem != unit.name { forms.append((stem, true)) }
    forms += customary[unit.name] ?? []
    return forms.filter { $0.name.count >= 2 && $0.name != unit.name }
  }

  /// Forms that no rule gives.
  private static let customary: [String: [(name: String, isShort: Bool)]] = [
    "克孜勒苏柯尔克孜自治州": [("克州", false)],
    "巴音郭楞蒙古自治州": [("巴州", false)],
    "博尔塔拉蒙古自治州": [("博州", false)],
    "西双版纳傣族自治州": [("版纳", true)],
    "锡林郭勒盟": [("锡盟", false)],
    "呼和浩特市": [("呼市", false)],
    "乌鲁木齐市": [("乌市", false)],
    "石家庄市": [("石市", false)],
    "哈尔滨市": [("哈市", false)],
    "察哈尔右翼前旗": [("察右前旗", false)],
    "察哈尔右翼中旗": [("察右中旗", false)],
    "察哈尔右翼后旗": [("察右后旗", false)],
    "科尔沁左翼中旗": [("科左中旗", false)],
    "科尔沁左翼后旗": [("科左后旗", false)],
    "科尔沁右翼前旗": [("科右前旗", false)],
    "科尔沁右翼中旗": [("科右中旗", false)],
    "新巴尔虎左旗": [("新左旗", false)],
    "新巴尔虎右旗": [("新右旗", false)],
    "鄂托克前旗": [("鄂前旗", false)],
    "东乌珠穆沁旗": [("东乌旗", false)],
    "西乌珠穆沁旗": [("西乌旗", false)],
    "乌拉特前旗": [("乌前旗", false)],
    "乌拉特中旗": [("乌中旗", false)],
    "乌拉特后旗": [("乌后旗", false)],
    "达尔罕茂明安联合旗": [("达茂旗", false), ("达茂联合旗", false)],
    "莫力达瓦达斡尔族自治旗": [("莫旗", false)],
    "阿拉善左旗": [("阿左旗", false)],
    "阿拉善右旗": [("阿右旗", false)],
    "巴林左旗": [("巴左旗", false)],
    "苏尼特左旗": [("苏左旗", false)],
    "苏尼特右旗": [("苏右旗", false)],
  ]

  private static func withoutPeoples(_ stem: String) -> String {
    var rest = Substring(stem)
    while let ending = peopleEnding(rest), rest.count - ending >= 2 { rest = rest.dropLast(ending) }
    return String(rest)
  }

  /// How many characters of a people's name the words end with, nil for none.
  private static func peopleEnding(_ words: Substring) -> Int? {
    let bare = words.hasSuffix("族") ? words.dropLast() : words
    let isWhole = bare.count < words.count
    for people in peoples where bare.hasSuffix(people) {
      // A single character is a people only with 族 after it: 临夏回族, but not 新水.
      guard isWhole || people.count > 1 else { continue }
      return people.count + (isWhole ? 1 : 0)
    }
    return nil
  }
}
