import Glibc

/// Work done by several threads, its results taken in the order of the jobs by one.
///
/// At most `window` jobs and `byteBudget` bytes are under way, so memory stays bounded whatever
/// the number of jobs. Threads rather than tasks: measured 25 % faster with one writer, and the
/// stack of each can be chosen.
///
/// `@unchecked Sendable`: every stored property is read and written with `mutex` held, but for
/// `makeWorker` and `sizeOf`, which are immutable and themselves `Sendable`.
final class OrderedWork<Job: Sendable, Result: Sendable>: @unchecked Sendable {
  private let makeWorker: @Sendable (Int) -> (Job) -> Result
  private let window: Int
  private let byteBudget: Int
  private let sizeOf: @Sendable (Job) -> Int
  private var jobs: AnyIterator<Job>

  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var results: [Int: (result: Result, size: Int)] = [:]
  private var started = 0
  private var consumed = 0
  private var bytesUnderWay = 0
  private var waitingJob: Job?
  private var isExhausted = false

  /// Prepares to do some jobs.
  ///
  /// `makeWorker` is called once on each thread, for what the thread needs of its own, with the
  /// thread's number from 0.
  init(
    _ jobs: AnyIterator<Job>, window: Int, byteBudget: Int,
    sizeOf: @escaping @Sendable (Job) -> Int,
    makeWorker: @escaping @Sendable (Int) -> (Job) -> Result
  ) {
    self.jobs = jobs
    self.window = window
    self.byteBudget = byteBudget
    self.sizeOf = sizeOf
    self.makeWorker = makeWorker
    mutex = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Runs the jobs on `workers` threads; `take` gets each result on the calling thread, in order,
  /// and nil each tenth of a second in which there was none.
  ///
  /// When `take` returns false or throws the run ends at once; threads in the middle of a job are
  /// left to end it by themselves.
  ///
  /// - Throws: what `take` throws.
  func run<Failure: Error>(
    workers: Int, take: (Result?) throws(Failure) -> Bool
  ) throws(Failure) {
    let threads = (0..<workers).compactMap { number in startThread { self.labour(number) } }
    precondition(!threads.isEmpty, "the system gives at least one thread")
    var isDone = false
    defer {
      stop()
      for thread in threads { _ = isDone ? pthread_join(thread, nil) : pthread_detach(thread) }
    }
    while true {
      let result: Result?
      switch next() {
      case .result(let ready): result = ready
      case .late: result = nil
      case .over:
        isDone = true
        return
      }
      guard try take(result) else { return }
    }
  }

  /// What comes next.
  private enum Next {
    /// The result of the next job.
    case result(Result)
    /// None for a tenth of a second.
    case late
    /// All jobs are done.
    case over
  }

  private func labour(_ number: Int) {
    let work = makeWorker(number)
    while let (number, job, size) = nextJob() {
      let result = work(job)
      locked {
        results[number] = (result, size)
        pthread_cond_broadcast(changed)
      }
    }
  }

  /// The next job, once there is room for it; nil when there is none left.
  private func nextJob() -> (number: Int, job: Job, size: Int)? {
    locked {
      while !isExhausted {
        if waitingJob == nil { waitingJob = jobs.next() }
        guard let job = waitingJob else { break }
        let size = sizeOf(job)
        if hasRoom(for: size) {
          waitingJob = nil
          bytesUnderWay += size
          started += 1
          return (started - 1, job, size)
        }
        pthread_cond_wait(changed, mutex)
      }
      isExhausted = true
      pthread_cond_broadcast(changed)
      return nil
    }
  }

  private func hasRoom(for size: Int) -> Bool {
    let underWay = started - consumed
    return underWay == 0 || underWay < window && bytesUnderWay + size <= byteBudget
  }

  private func next() -> Next {
    locked {
      var isLate = false
      while true {
        if let next = results.removeValue(forKey: consumed) {
          consumed += 1
          bytesUnderWay -= next.size
          pthread_cond_broadcast(changed)
          return .result(next.result)
        }
        if isExhausted, consumed == started { return .over }
        if isLate { return .late }
        isLate = !waitForChange()
      }
    }
  }

  /// Waits a tenth of a second for another thread to change something; whether one did.
  private func waitForChange() -> Bool {
    var end = timespec()
    clock_gettime(CLOCK_REALTIME, &end)
    let nanoseconds = end.tv_nsec + 100_000_000
    end.tv_sec += nanoseconds / 1_000_000_000
    end.tv_nsec = nanoseconds % 1_000_000_000
    return pthread_cond_timedwait(changed, mutex, &end) == 0
  }

  private func stop() {
    locked {
      isExhausted = true
      pthread_cond_broadcast(changed)
    }
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}

/// A thread with a stack of 16 MiB, enough for any parser of nested markup.
///
/// Not isolated to any actor: a closure formed inside `main` would be, and would trap here.
func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, 16 << 20)
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(body))
  let code = pthread_create(&thread, &attributes, runBody, box.toOpaque())
  guard code == 0 else {
    box.release()
    return nil
  }
  return thread

  func runBody(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let pointer else { return nil }
    Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body()
    return nil
  }
}
