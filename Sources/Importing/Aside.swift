import Glibc
import Synchronization

/// Work that one thread of its own does meanwhile.
package final class Aside<Output: Sendable>: Sendable {
  private let work: @Sendable () -> Output
  private let output = Mutex<Output?>(nil)
  private let thread = Mutex<pthread_t?>(nil)

  /// Begins; where the system gives no thread the work is done when its result is asked for.
  package init(_ work: @escaping @Sendable () -> Output) {
    self.work = work
    let started = startThread { [self] in
      let made = self.work()
      output.withLock { $0 = made }
    }
    thread.withLock { $0 = started }
  }

  /// Waits for the end of the work; to be called once.
  package func result() -> Output {
    if let thread = thread.withLock({ $0 }) { pthread_join(thread, nil) }
    return output.withLock { $0 } ?? work()
  }
}
