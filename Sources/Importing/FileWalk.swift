import Glibc

/// A file to import, or the reason why something named is none.
package struct FoundFile: Sendable {
  /// The bytes of the path to open.
  package let path: [CChar]
  /// The name relative to the import root.
  package let name: String
  /// The size the file system tells, in bytes.
  package let size: Int
  /// The last change, in seconds since 1970.
  package let modified: Int
  /// Why it cannot be imported.
  package let refusal: String?
  /// Whether the user named the file itself, not a folder it is in.
  package let isNamed: Bool
}

/// Every file under some paths: folders in depth, entries in the order of their bytes, so that the
/// same tree always gives the same sequence.
///
/// Hidden entries (a leading dot) are passed over inside folders. Links to files are followed,
/// links to folders are not, so that no loop can catch the walk.
package struct FileWalk: Sequence, IteratorProtocol {
  private struct Entry {
    let path: [CChar]
    let name: String
    let isRoot: Bool
  }

  /// What is still to visit, the next one last.
  private var pending: [Entry]

  /// Walks over paths given by the user: the name of a file is its last part, that of a file in a
  /// folder its path inside that folder.
  package init(paths: [String]) {
    pending = paths.reversed().map {
      Entry(path: Array($0.utf8CString), name: Self.lastPart(of: $0), isRoot: true)
    }
  }

  /// The next file.
  package mutating func next() -> FoundFile? {
    while let entry = pending.popLast() {
      var status = stat()
      guard stat(entry.path, &status) == 0 else { return refused(entry, Self.systemMessage()) }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return found(entry, status)
      case S_IFDIR:
        if !entry.isRoot, Self.isLink(entry.path) { continue }
        guard let entries = Self.entries(of: entry.path) else {
          return refused(entry, Self.systemMessage())
        }
        push(entries, in: entry)
      default: return refused(entry, "not a regular file")
      }
    }
    return nil
  }

  private func found(_ entry: Entry, _ status: stat) -> FoundFile {
    FoundFile(
      path: entry.path, name: entry.name, size: Int(status.st_size),
      modified: Int(status.st_mtim.tv_sec), refusal: nil, isNamed: entry.isRoot)
  }

  private func refused(_ entry: Entry, _ reason: String) -> FoundFile {
    FoundFile(
      path: entry.path, name: entry.name, size: 0, modified: 0, refusal: reason,
      isNamed: entry.isRoot)
  }

  private mutating func push(_ entries: [[CChar]], in folder: Entry) {
    let stem = folder.path.dropLast()
    let slash: [CChar] = stem.last == 0x2F ? [] : [0x2F]
    for entry in entries.reversed() {
      let own = String(decoding: entry.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      pending.append(
        Entry(
          path: stem + slash + entry, name: folder.isRoot ? own : "\(folder.name)/\(own)",
          isRoot: false))
    }
  }

  private static func entries(of path: [CChar]) -> [[CChar]]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var entries: [[CChar]] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
        }
      }
      if name[0] != 0x2E { entries.append(name) }
    }
    return entries.sorted {
      $0.lexicographicallyPrecedes($1) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
    }
  }

  private static func isLink(_ path: [CChar]) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  static func systemMessage() -> String { String(cString: strerror(errno)).lowercased() }
}
