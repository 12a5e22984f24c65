import Glibc
import SQLite
import Synchronization

/// Ctrl-C and a polite kill, noticed between two documents instead of in the middle of one.
///
/// A command that only reads does not watch: the signal ends it at once, as it ends any program.
enum Interruption {
  private static let requested = Atomic(false)

  /// Whether the user has asked to stop.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Starts to notice; a second Ctrl-C ends the program at once.
  static func watch() {
    Connection.requestStop(false)
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      // Who starts the program may have blocked them in it.
      sigaddset(&signals, number)
      signal(number) { received in
        Interruption.requested.store(true, ordering: .relaxed)
        Connection.requestStop()
        signal(received, SIG_DFL)
      }
    }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}

/// Now, as UTC in ISO 8601 with seconds.
func currentTime() -> String {
  var now = time(nil)
  var parts = tm()
  gmtime_r(&now, &parts)
  var text = [CChar](repeating: 0, count: 32)
  let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
  return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
