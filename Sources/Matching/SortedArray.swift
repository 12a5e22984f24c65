extension Array {
  /// The first index whose element meets a condition that none before and all behind it meet.
  ///
  /// - Returns: the number of elements where none meets it.
  package func partitioningIndex(where meets: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if meets(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
