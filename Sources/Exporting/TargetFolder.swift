import Glibc

/// Why a file could not be written into the folder.
struct TargetError: Error {
  /// The reason, as a sentence without capital and full stop.
  let reason: String

  init(_ reason: String) { self.reason = reason }

  /// What the system says of its last error.
  init() { self.init(String(cString: strerror(errno)).lowercased()) }
}

/// A folder into which files are written, and never beside it.
///
/// Each folder on the way to a file is opened from the one above it and no link is followed
/// (`O_NOFOLLOW` of POSIX), so nothing that lies there, or is put there meanwhile, leads outside.
struct TargetFolder: ~Copyable {
  private let descriptor: Int32

  /// What became of a file.
  enum Outcome { case written, there }

  /// Opens a folder, making it where there is none.
  init(_ path: String) throws(TargetError) {
    Self.make(path)
    descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw TargetError() }
  }

  deinit { close(descriptor) }

  /// Writes a file with the time of its last change, where that is known.
  ///
  /// A file that is there with the same bytes stays as it is; one with others is refused unless it
  /// may be replaced.
  func write(
    _ bytes: [UInt8], to name: String, modified: Int, replacing isReplacing: Bool
  ) throws(TargetError) -> Outcome {
    let parts = name.split(separator: "/").map(String.init)
    let folder = try enter(parts.dropLast())
    defer { close(folder) }
    let file = parts[parts.count - 1]
    if Self.holds(bytes, folder, file) { return .there }
    // A new file comes into the place of the old one only when it is whole.
    let draft = isReplacing ? ".archive-\(getpid())" : file
    try Self.create(bytes, folder, draft, modified)
    guard isReplacing, renameat(folder, draft, folder, file) != 0 else { return .written }
    let error = TargetError()
    unlinkat(folder, draft, 0)
    throw error
  }

  /// The folder below, made part by part; to be closed by the caller.
  private func enter(_ parts: some Sequence<String>) throws(TargetError) -> Int32 {
    var folder = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    for part in parts {
      mkdirat(folder, part, 0o755)
      let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let isRefused = errno == ELOOP || errno == ENOTDIR
      close(folder)
      guard next >= 0 else {
        throw isRefused ? TargetError("“\(part)” is a link or a file, not a folder") : TargetError()
      }
      folder = next
    }
    guard folder >= 0 else { throw TargetError() }
    return folder
  }

  private static func create(
    _ bytes: [UInt8], _ folder: Int32, _ name: String, _ modified: Int
  ) throws(TargetError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(folder, name, flags, 0o644)
    guard file >= 0 else {
      throw errno == EEXIST
        ? TargetError("another file is there; --force replaces it") : TargetError()
    }
    defer { close(file) }
    guard writeAll(bytes, to: file) else {
      let error = TargetError()
      unlinkat(folder, name, 0)
      throw error
    }
    // Standard input has no time of its own and is kept with 0.
    guard modified > 0 else { return }
    let times = [timespec](repeating: timespec(tv_sec: modified, tv_nsec: 0), count: 2)
    futimens(file, times)
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Whether a plain file of that name has these bytes.
  private static func holds(_ bytes: [UInt8], _ folder: Int32, _ name: String) -> Bool {
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == bytes.count
    else { return false }
    var found = [UInt8](repeating: 0, count: bytes.count)
    var count = 0
    while count < found.count {
      let step = found.withUnsafeMutableBytes {
        read(file, $0.baseAddress?.advanced(by: count), $0.count - count)
      }
      guard step > 0 else { return false }
      count += step
    }
    return found == bytes
  }

  /// Makes a folder and those above it; what is there stays, what cannot be is told by `open`.
  private static func make(_ path: String) {
    guard mkdir(path, 0o777) != 0, errno == ENOENT, let slash = path.lastIndex(of: "/") else {
      return
    }
    make(String(path[..<slash]))
    mkdir(path, 0o777)
  }
}
