import Glibc

/// What makes two paths lead to one file.
struct FileIdentity: Hashable {
  private let device: UInt
  private let number: UInt

  init(_ status: stat) {
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }

  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// Where an archive lies that is imported into, with the side files that SQLite keeps beside it.
struct ArchivePlace {
  private static let endings = ["-wal", "-shm", "-journal", UnderWay.ending]

  private let identities: Set<FileIdentity>
  private let folder: FileIdentity?
  private let sideNames: Set<String>

  /// The place of an archive, which need not be there yet; links to it are followed, as SQLite does.
  init(path: String) {
    let real = realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let path = real ?? path
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let parent = String(path.dropLast(name.count))
    identities = Set(([""] + Self.endings).compactMap { FileIdentity(path: path + $0) })
    folder = FileIdentity(path: parent.isEmpty ? "." : parent)
    sideNames = Set(Self.endings.map { name + $0 })
  }

  /// Whether a file is the archive or belongs to it, under whatever name it was reached.
  func holds(_ path: [CChar], _ status: stat) -> Bool {
    if identities.contains(FileIdentity(status)) { return true }
    // A side file may come and go while the folder is walked, so its name counts too.
    let path = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard sideNames.contains(name) else { return false }
    let parent = String(path.dropLast(name.count))
    return FileIdentity(path: parent.isEmpty ? "." : parent) == folder
  }
}
