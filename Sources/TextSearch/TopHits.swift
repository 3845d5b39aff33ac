/// Keeps the best hits of many: a heap with the worst of the kept on top.
struct TopHits<Hit: Comparable> {
  private let limit: Int
  private var heap: [Hit] = []

  init(limit: Int) {
    self.limit = limit
  }

  /// The worst of the kept hits, once there is no room for more.
  var worst: Hit? { heap.count >= limit ? heap.first : nil }

  /// Whether a hit would be kept.
  func wants(_ hit: Hit) -> Bool {
    guard heap.count >= limit else { return limit > 0 }
    guard let worst = heap.first else { return false }
    return hit < worst
  }

  mutating func insert(_ hit: Hit) {
    guard wants(hit) else { return }
    if heap.count < limit {
      heap.append(hit)
      rise()
    } else {
      heap[0] = hit
      sink()
    }
  }

  /// The kept hits, the best first.
  var sorted: [Hit] { heap.sorted() }

  private mutating func rise() {
    var child = heap.count - 1
    while child > 0, heap[(child - 1) / 2] < heap[child] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func sink() {
    var parent = 0
    while 2 * parent + 1 < heap.count {
      var child = 2 * parent + 1
      if child + 1 < heap.count, heap[child] < heap[child + 1] { child += 1 }
      if heap[child] < heap[parent] || heap[child] == heap[parent] { return }
      heap.swapAt(parent, child)
      parent = child
    }
  }
}
