import Divisions
import Foundation
import Model
import TestSupport

extension SwappedPage {
  /// Gives every person of two or three characters another given name.
  mutating func swapNames(_ articles: [ArticleRecord], _ random: inout SeededGenerator) {
    for person in articles.flatMap(\.people) {
      let length = person.name.count - 1
      let given = Self.givenNames.filter { $0.count == length }.randomElement(using: &random)
      guard (1...2).contains(length), let given, let surname = person.name.first else { continue }
      let name = String(surname) + given
      guard isFresh(name), text.contains(person.name) else { continue }
      replace(person.name, by: name)
      wanted.append((Thing(person.name, person.role), Thing(name, person.role)))
    }
  }

  /// Gives every village and community the stem of another one of the country.
  mutating func swapVillages(_ articles: [ArticleRecord], _ random: inout SeededGenerator) {
    for place in articles.flatMap(\.places) where place.own.level == .community {
      guard let ending = ["社区", "村"].first(where: place.name.hasSuffix),
        place.name.count == ending.count + 2
      else { continue }
      let name = Self.village(ending, &random)
      guard isFresh(name), text.contains(place.name) else { continue }
      replace(place.name, by: name)
      var moved = place
      moved.path[place.path.count - 1] = PlaceRecord.Step(name: name, level: .community)
      wanted.append((Thing(place: place), Thing(place: moved)))
    }
  }

  private func isFresh(_ name: String) -> Bool { !text.contains(name.dropFirst()) }

  /// A village of the gazetteer whose stem has two characters.
  private static func village(_ ending: String, _ random: inout SeededGenerator) -> String {
    let gazetteer = Gazetteer.shared
    while true {
      let index = Int.random(in: 0..<gazetteer.villageCount, using: &random)
      let name = gazetteer.name(of: DivisionID(rawValue: UInt32(gazetteer.divisionCount + index)))
      if name.hasSuffix(ending), name.count == ending.count + 2 { return name }
    }
  }

  /// Given names of schoolbooks and registers, none of them from a page.
  private static let givenNames = [
    "克俭", "淑贞", "晓棠", "家栋", "雪琴", "永年", "德厚", "玉芬", "少华", "新民", "光耀", "翠兰", "振声", "亚楠", "立群",
    "思源", "春梅", "长庚", "子墨", "海燕", "文彬", "桂香", "志远", "秋菊", "明哲", "丽娟", "保国", "乐天", "开来", "小满",
    "旺", "锐", "蓉", "岩", "琦", "航", "涛", "娜", "鑫", "倩",
  ]
}
