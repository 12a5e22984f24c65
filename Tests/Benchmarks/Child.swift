import Glibc

/// What one run of another program cost.
struct Cost {
  /// Seconds by the clock on the wall.
  var wall: Double
  /// Seconds of all cores together.
  var processor: Double
  /// The most memory held at once, in bytes.
  var peakMemory: Int
  /// The exit status, or 128 and the signal.
  var status: Int32
}

/// A program that could not be measured.
struct MeasureError: Error, CustomStringConvertible {
  let description: String
}

/// Runs a program to its end with nothing to read and its output thrown away.
///
/// - Throws: `MeasureError` when it cannot be started or ends with another status than 0.
func measure(_ program: String, _ arguments: [String]) throws(MeasureError) -> Cost {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
  }
  var words = ([program] + arguments).map { strdup($0) } + [nil]
  defer { words.forEach { free($0) } }
  let start = wallClock()
  var process = pid_t()
  guard posix_spawnp(&process, program, &actions, nil, &words, environ) == 0 else {
    throw MeasureError(description: "\(program) cannot be started")
  }
  var status: Int32 = 0
  var usage = rusage()
  wait4(process, &status, 0, &usage)
  let wall = wallClock() - start
  let ended = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  guard ended == 0 else {
    throw MeasureError(description: "\(program) \(arguments) ended with \(ended)")
  }
  return Cost(
    wall: wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
    peakMemory: usage.ru_maxrss * 1024, status: ended)
}

private func seconds(_ time: timeval) -> Double {
  Double(time.tv_sec) + Double(time.tv_usec) / 1e6
}

/// Seconds since some fixed moment.
func wallClock() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// Seconds this process has computed.
func processorClock() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}
