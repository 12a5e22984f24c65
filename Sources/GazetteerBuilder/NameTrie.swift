import Divisions

/// The trie over all names, its nodes in breadth-first order.
struct NameTrie {
  private final class Node {
    var children: [UInt16: Node] = [:]
    var meanings: [UInt32] = []
  }

  private let root = Node()

  /// Adds one name of a division.
  func insert(_ name: String, number: UInt32, form: NameForm) {
    var node = root
    for unit in name.utf16 {
      if let next = node.children[unit] {
        node = next
      } else {
        let next = Node()
        node.children[unit] = next
        node = next
      }
    }
    let meaning = number << 2 | form.rawValue
    if !node.meanings.contains(where: { $0 >> 2 == number }) { node.meanings.append(meaning) }
  }

  /// The four sections of the trie.
  func write(into file: inout GazetteerFile) {
    var units: [UInt16] = [0]
    var firstChild: [UInt32] = []
    var firstMeaning: [UInt32] = [0]
    var meanings: [UInt32] = []
    var queue = [root]
    var at = 0
    while at < queue.count {
      let node = queue[at]
      firstChild.append(UInt32(queue.count))
      for (unit, child) in node.children.sorted(by: { $0.key < $1.key }) {
        units.append(unit)
        queue.append(child)
      }
      meanings += node.meanings.sorted()
      firstMeaning.append(UInt32(meanings.count))
      at += 1
    }
    firstChild.append(UInt32(queue.count))
    file[.nodeUnits].append(units)
    file[.nodeChildren].append(firstChild)
    file[.nodeMeanings].append(firstMeaning)
    file[.meanings].append(meanings)
  }
}
