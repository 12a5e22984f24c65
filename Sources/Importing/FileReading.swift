import Glibc

/// Why the bytes of a file could not be had.
package struct FileReadError: Error {
  /// The reason, as a sentence without capital and full stop.
  package let reason: String
}

/// Reads a whole file; one of more than `limit` bytes is refused, also one that grows.
func readFile(_ path: [CChar], limit: Int) throws(FileReadError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw FileReadError(reason: FileWalk.systemMessage()) }
  defer { close(descriptor) }
  return try readAll(descriptor, limit: limit)
}

/// Reads what a descriptor gives until its end.
///
/// - Parameters:
///   - descriptor: an open file, pipe or terminal.
///   - limit: the most bytes to take.
/// - Returns: all of them.
/// - Throws: `FileReadError` with the system's words, or when there are more.
package func readAll(_ descriptor: Int32, limit: Int) throws(FileReadError) -> [UInt8] {
  var bytes: [UInt8] = []
  var status = stat()
  if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
    bytes.reserveCapacity(min(Int(status.st_size), limit) + 1)
  }
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count == 0 { return bytes }
    guard count > 0 else {
      if errno == EINTR { continue }
      throw FileReadError(reason: FileWalk.systemMessage())
    }
    guard bytes.count + count <= limit else {
      throw FileReadError(
        reason: "larger than \(limit >> 20) MiB; split it, or allow more with --max-size")
    }
    bytes.append(contentsOf: chunk[..<count])
  }
}
