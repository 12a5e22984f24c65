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
  /// Whether the user named the file itself, not a folder it is in.
  package let isNamed: Bool
  /// What becomes of it.
  package let fate: Fate

  /// What becomes of something found.
  package enum Fate: Hashable, Sendable {
    /// It is imported.
    case wanted
    /// It cannot be imported, for a reason.
    case refused(String)
    /// It is a link inside a folder, and links are not followed there.
    case linked
  }
}

/// Every file under some paths: folders in depth, entries in the order of their bytes, so that the
/// same tree always gives the same sequence.
///
/// Hidden entries (a leading dot) are passed over inside folders, as is the archive that is
/// imported into. Links inside folders are told, not followed, since what they lead to lies
/// elsewhere; a link that is named itself is followed.
package struct FileWalk: Sequence, IteratorProtocol {
  private struct Entry {
    let path: [CChar]
    let name: String
    let isRoot: Bool
  }

  /// What is still to visit, the next one last.
  private var pending: [Entry]
  private let passedOver: ArchivePlace?
  private let followsLinks: Bool
  /// The folders that were read, so that a link that is followed leads into none again.
  private var visited: Set<FileIdentity> = []

  /// Walks over paths given by the user: the name of a file is its last part, that of a file in a
  /// folder its path inside that folder.
  ///
  /// - Parameters:
  ///   - paths: files and folders.
  ///   - archive: the archive to pass over, with its side files.
  ///   - followsLinks: whether links inside folders are followed.
  package init(paths: [String], passingOver archive: String? = nil, followsLinks: Bool = false) {
    pending = paths.reversed().map {
      Entry(path: Array($0.utf8CString), name: Self.lastPart(of: $0), isRoot: true)
    }
    passedOver = archive.map { ArchivePlace(path: $0) }
    self.followsLinks = followsLinks
  }

  /// The next file.
  package mutating func next() -> FoundFile? {
    while let entry = pending.popLast() {
      let isFollowed = entry.isRoot || followsLinks
      guard let status = Self.status(of: entry.path, followingLinks: isFollowed) else {
        return found(entry, .refused(Self.systemMessage()))
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        if passedOver?.holds(entry.path, status) == true { continue }
        return found(entry, .wanted, status)
      case S_IFLNK: return found(entry, .linked)
      case S_IFDIR:
        if followsLinks, !visited.insert(FileIdentity(status)).inserted { continue }
        guard let entries = Self.entries(of: entry.path) else {
          return found(entry, .refused(Self.systemMessage()))
        }
        push(entries, in: entry)
      default: return found(entry, .refused("not a regular file"))
      }
    }
    return nil
  }

  private func found(
    _ entry: Entry, _ fate: FoundFile.Fate, _ status: stat = stat()
  ) -> FoundFile {
    FoundFile(
      path: entry.path, name: entry.name, size: Int(status.st_size),
      modified: Int(status.st_mtim.tv_sec), isNamed: entry.isRoot, fate: fate)
  }

  private mutating func push(_ entries: [[CChar]], in folder: Entry) {
    let stem = folder.path.dropLast()
    let slash: [CChar] = stem.last == 0x2F ? [] : [0x2F]
    for entry in entries.reversed() {
      let own = FileName.text(of: entry.dropLast().map { UInt8(bitPattern: $0) })
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

  private static func status(of path: [CChar], followingLinks: Bool) -> stat? {
    var status = stat()
    let code = followingLinks ? stat(path, &status) : lstat(path, &status)
    return code == 0 ? status : nil
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  static func systemMessage() -> String { String(cString: strerror(errno)).lowercased() }
}
