import Glibc

/// Which documents an import is reading just now, told to the next import if this one is killed or
/// crashes.
///
/// A small file beside the archive, `archive.db-reading`, has a line for each thread: the digest of
/// its document and a mark, or blanks. It is gone when the import has ended by itself.
///
/// `@unchecked Sendable`: the descriptor and the path never change, and every write happens with
/// `mutex` held.
final class UnderWay: @unchecked Sendable {
  /// What may have ended the import before: the document of the thread that crashed, and large ones
  /// that were being read when it was killed, by their digests.
  let suspects: [String]

  private let path: String
  private let descriptor: Int32
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  /// The threads by number, for the one that crashes.
  private let threads: UnsafeMutablePointer<pthread_t>
  private var isOpen = true

  /// The ending of the file's name.
  static let ending = "-reading"

  /// Opens the file beside an archive; nil where none can be written, or another import has it.
  init?(beside database: String) {
    path = database + Self.ending
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      Glibc.close(descriptor)
      return nil
    }
    mutex = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    threads = .allocate(capacity: Line.most)
    threads.initialize(repeating: 0, count: Line.most)
    suspects = Line.suspects(in: descriptor)
  }

  deinit {
    end()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
    threads.deallocate()
  }

  /// Notes what a thread begins to read: a digest and the number of bytes.
  func begin(_ sha256: String, size: Int, thread: Int) {
    write(sha256 + " " + (size > Self.large ? "L" : "s") + "\n", thread)
    threads[thread] = pthread_self()
  }

  /// Notes that a thread has read its document.
  func end(thread: Int) {
    threads[thread] = 0
    write(String(repeating: " ", count: Line.length - 1) + "\n", thread)
  }

  /// From how many bytes on a document may be what an import was killed for.
  ///
  /// Reading takes a bounded number of steps and rows for each byte, so that only one far above a
  /// page of text takes memory enough; small ones are under way at any moment.
  private static let large = 64 << 10

  private func write(_ line: String, _ thread: Int) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard isOpen, thread < Line.most else { return }
    // What cannot be noted is not told: the import goes on.
    _ = pwrite(descriptor, line, Line.length, off_t(thread * Line.length))
  }

  /// Takes the file away: the import has ended by itself.
  func end() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard isOpen else { return }
    isOpen = false
    if crash.descriptor == descriptor { crash.descriptor = -1 }
    unlink(path)
    Glibc.close(descriptor)
  }

  /// From now on a crash of this process marks the document of the thread that crashed.
  func watchCrashes() {
    crash = (descriptor, threads)
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE] {
      signal(number, markCrash)
      sigaddset(&signals, number)
    }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}

/// A line of the file: a digest, a blank, a mark, a line end.
private enum Line {
  static let length = 67
  /// More threads than any import has.
  static let most = 256
  static let markOffset = 65

  static func suspects(in descriptor: Int32) -> [String] {
    var bytes = [UInt8](repeating: 0, count: length * most)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return bytes.prefix(max(0, count)).split(separator: 0x0A).compactMap { line in
      let digest = line.prefix(64)
      guard line.count == length - 1, digest.allSatisfy(isHexadecimal),
        line.last == UInt8(ascii: "L") || line.last == UInt8(ascii: "C")
      else { return nil }
      return String(decoding: digest, as: UTF8.self)
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}

/// The file and the threads of the import that watches crashes; set before the handler may run.
private nonisolated(unsafe) var crash:
  (descriptor: Int32, threads: UnsafeMutablePointer<pthread_t>?) =
    (-1, nil)

/// Marks the document of the thread that crashed and lets the crash go on; calls nothing that a
/// signal handler may not (signal-safety(7)).
private func markCrash(_ number: Int32) {
  signal(number, SIG_DFL)
  if crash.descriptor >= 0, let threads = crash.threads {
    var mark = UInt8(ascii: "C")
    for thread in 0..<Line.most where threads[thread] == pthread_self() {
      _ = pwrite(crash.descriptor, &mark, 1, off_t(thread * Line.length + Line.markOffset))
    }
  }
  raise(number)
}
