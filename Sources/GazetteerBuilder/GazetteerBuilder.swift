import Glibc

/// Makes the gazetteer's data file out of unpacked packages: `gazetteer SOURCES SUCCESSORS OUTPUT`.
@main
enum GazetteerBuilder {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      print("usage: gazetteer SOURCES SUCCESSORS OUTPUT")
      exit(64)
    }
    let sources = SourceFiles(root: arguments[1])
    let successors = try SourceFiles(root: ".").lines(arguments[2])
    var tree = try OfficialUnits.tree(from: sources)
    try FormerUnits(from: sources, successors: successors).add(to: &tree, from: sources)
    try VillageTree.add(to: &tree, from: sources)
    try Seats.add(to: tree, from: sources)
    try GazetteerEncoder.file(of: tree).write(to: arguments[3])
    print("\(tree.units.count) units, \(tree.villages.count) villages")
  }
}
