import CGumbo
import Glibc

/// The memory of one parse, given back all at once.
///
/// The parser frees its tree by recursion, which overflows the stack on deep markup, and asks for
/// millions of small pieces; here freeing costs nothing and asking next to nothing.
struct Arena: ~Copyable {
  private struct State {
    var chunks: [UnsafeMutableRawPointer] = []
    var next: UnsafeMutableRawPointer?
    var room = 0
    var chunkSize = 1 << 16
  }

  private let state: UnsafeMutablePointer<State>

  init() {
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    for chunk in state.pointee.chunks { free(chunk) }
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// The parser's options with this memory; they are good as long as the arena lives.
  var options: GumboOptions {
    var options = kGumboDefaultOptions
    options.max_errors = 0
    options.userdata = UnsafeMutableRawPointer(state)
    options.allocator = { userdata, size in
      userdata.flatMap { Arena.allocate(size, from: $0.assumingMemoryBound(to: State.self)) }
    }
    options.deallocator = { _, _ in }
    return options
  }

  private static func allocate(
    _ size: Int, from state: UnsafeMutablePointer<State>
  ) -> UnsafeMutableRawPointer? {
    let size = (size + 15) & ~15
    if size > state.pointee.room { grow(state, toHold: size) }
    guard let piece = state.pointee.next else { return nil }
    state.pointee.next = piece + size
    state.pointee.room -= size
    return piece
  }

  private static func grow(_ state: UnsafeMutablePointer<State>, toHold size: Int) {
    let chunkSize = max(state.pointee.chunkSize, size)
    guard let chunk = malloc(chunkSize) else { preconditionFailure("no memory to parse a page") }
    state.pointee.chunks.append(chunk)
    (state.pointee.next, state.pointee.room) = (chunk, chunkSize)
    state.pointee.chunkSize = min(chunkSize * 2, 1 << 22)
  }
}
