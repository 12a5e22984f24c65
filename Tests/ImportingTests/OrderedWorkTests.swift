import Synchronization
import Testing

@testable import Importing

private func squares(of count: Int, workers: Int, window: Int, stopAfter: Int = .max) -> [Int] {
  let pool = OrderedWork(
    AnyIterator((0..<count).makeIterator()), window: window, byteBudget: 1000,
    sizeOf: { $0 % 7 }, makeWorker: { _ in { $0 * $0 } })
  var results: [Int] = []
  pool.run(workers: workers) { result in
    if let result { results.append(result) }
    return results.count < stopAfter
  }
  return results
}

@Test func `results come in the order of the jobs`() {
  for workers in [1, 2, 5] {
    for window in [1, 3, 64] {
      #expect(squares(of: 500, workers: workers, window: window) == (0..<500).map { $0 * $0 })
    }
  }
  #expect(squares(of: 0, workers: 2, window: 4) == [])
}

@Test func `work stops when its results are no longer wanted`() {
  #expect(squares(of: 1_000_000, workers: 2, window: 8, stopAfter: 10).count == 10)
}

@Test func `no more jobs are under way than the window allows`() {
  let underWay = Mutex((now: 0, most: 0))
  let pool = OrderedWork(
    AnyIterator((0..<200).makeIterator()), window: 4, byteBudget: 1000, sizeOf: { _ in 1 },
    makeWorker: { _ in
      { (job: Int) -> Int in
        underWay.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        return job
      }
    })
  pool.run(workers: 4) { result in
    guard result != nil else { return true }
    underWay.withLock { $0.now -= 1 }
    return true
  }
  #expect(underWay.withLock { $0.most } <= 5)  // One result may be on its way to its taker.
}
