/// An inline, or a run of marks that may become part of one.
enum MarkdownItem {
  /// `depth` is how deep the inline nests.
  case node(MarkdownInline, depth: Int = 0)
  case run(MarkdownRun)

  /// The inlines that items add up to, with emphasis wherever runs match.
  static func resolved(_ items: ArraySlice<MarkdownItem>) -> (nodes: [MarkdownInline], depth: Int) {
    var emphasis = MarkdownEmphasis()
    for item in items { emphasis.add(item) }
    return (nodes(emphasis.items[...]), depth(emphasis.items[...]))
  }

  /// Items as inlines; what is left of runs is text, and texts beside each other are one.
  static func nodes(_ items: ArraySlice<MarkdownItem>) -> [MarkdownInline] {
    var nodes: [MarkdownInline] = []
    var text = ""
    for item in items {
      switch item {
      case .run(let run): text += run.text
      case .node(.text(let more), _): text += more
      case .node(let node, _):
        if !text.isEmpty { nodes.append(.text(text)) }
        text = ""
        nodes.append(node)
      }
    }
    return text.isEmpty ? nodes : nodes + [.text(text)]
  }

  static func depth(_ items: ArraySlice<MarkdownItem>) -> Int {
    items.reduce(0) { deepest, item in
      if case .node(_, let depth) = item { max(deepest, depth) } else { deepest }
    }
  }
}

/// Matches runs of marks as they come: a closing one with the nearest that opens.
private struct MarkdownEmphasis {
  private(set) var items: [MarkdownItem] = []
  /// The runs among the items that may still open something.
  private var openers: [Opener] = []
  /// Before these items nothing opens for a run of the kind: it was looked for in vain.
  private var bottoms: [Kind: Int] = [:]

  private struct Opener {
    let item: Int
    var run: MarkdownRun
  }

  /// Runs of one kind match the same others.
  private struct Kind: Hashable {
    let mark: UInt8
    let opens: Bool
    let rest: Int

    init(_ run: MarkdownRun) {
      (mark, opens) = (run.mark, run.opens)
      rest = run.isStrike ? run.written : run.written % 3
    }
  }

  mutating func add(_ item: MarkdownItem) {
    guard case .run(var run) = item else { return items.append(item) }
    while run.count > 0, run.closes, let (place, width) = opener(for: run),
      close(place, width, &run)
    {}
    guard run.count > 0 else { return }
    if run.opens { openers.append(Opener(item: items.count, run: run)) }
    items.append(.run(run))
  }

  private mutating func opener(for run: MarkdownRun) -> (place: Int, width: Int)? {
    let bottom = bottoms[Kind(run)] ?? 0
    for place in openers.indices.reversed() {
      guard openers[place].item >= bottom else { break }
      if let width = run.width(closing: openers[place].run) { return (place, width) }
    }
    bottoms[Kind(run)] = items.count
    return nil
  }

  private func content(from place: Int) -> (nodes: [MarkdownInline], depth: Int) {
    (MarkdownItem.nodes(items[place...]), MarkdownItem.depth(items[place...]))
  }

  /// Makes an inline of what stands behind an opener, unless it would nest too deep.
  private mutating func close(_ place: Int, _ width: Int, _ run: inout MarkdownRun) -> Bool {
    let opener = openers[place]
    // A slice that is still held as its array changes would have all of it copied.
    let (content, depth) = content(from: opener.item + 1)
    guard depth < Markdown.deepest else { return false }
    let node = run.node(content, width: width)
    items.removeSubrange(opener.item...)
    openers.removeSubrange(place...)
    if opener.run.count > width {
      var rest = opener.run
      rest.count -= width
      openers.append(Opener(item: items.count, run: rest))
      items.append(.run(rest))
    }
    items.append(.node(node, depth: depth + 1))
    bottoms = bottoms.mapValues { min($0, items.count) }
    run.count -= width
    return true
  }
}
