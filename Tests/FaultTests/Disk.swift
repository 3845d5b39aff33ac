#if DEBUG
  import Foundation
  import Platform

  /// A disk that loses its power: what of a folder's changes was synced, and what was not.
  ///
  /// It listens to the system calls and keeps for each file the bytes that are on the disk for sure
  /// and every later state, for each folder its entries in the same way. After a cut each change that
  /// was not synced is there or not, by chance and by itself: a rename without its file's bytes, a
  /// later change without an earlier one, a file cut short or ending in zeros. It assumes less than
  /// file systems promise (the models of SQLite's tests and of ALICE, OSDI 2014): syncing a file
  /// does not make its name durable, and renames are whole but in no order.
  final class Disk {
    private final class Node {
      let isFolder: Bool
      /// The bytes that are on the disk for sure, then each later state of them.
      var states: [[UInt8]]
      var names: [String: Node] = [:]
      var safeNames: [String: Node] = [:]

      init(folder: Bool, _ bytes: [UInt8] = []) { (isFolder, states) = (folder, [bytes]) }

      var bytes: [UInt8] { states[states.count - 1] }
    }

    /// A change of a folder's entries that is not synced.
    private struct Change {
      var folder: Node
      var name: String
      /// What the name stands for now; nil where it is gone.
      var node: Node?
      /// Where a renamed file stood before.
      var source: (folder: Node, name: String)?
    }

    private struct OpenFile {
      var node: Node
      var appends: Bool
      var place = 0
    }

    private let root: String
    private let top = Node(folder: true)
    private var open: [Int32: OpenFile] = [:]
    private var pending: [Change] = []

    /// A disk that holds a tree at a path, all of it synced.
    init(_ tree: FolderTree, at root: String) {
      self.root = root + "/"
      for (path, entry) in tree.entries.sorted(by: { $0.key < $1.key }) {
        let node =
          switch entry {
          case .folder: Node(folder: true)
          case .file(let bytes): Node(folder: false, bytes)
          }
        guard let (folder, name) = place(self.root + path) else { continue }
        folder.names[name] = node
        folder.safeNames[name] = node
      }
    }
  }

  // MARK: What happens

  extension Disk {
    /// Takes note of a call that was made.
    func note(_ call: FileCall, _ result: Int) {
      guard result != -1 else { return }
      switch call {
      case .open(let path, let flags): opened(path, flags, Int32(result))
      case .close(let file): open[file] = nil
      case .write(let file, _, let bytes): wrote(bytes.prefix(result), file)
      case .seek(let file, _, let offset): open[file]?.place = offset
      case .truncate(let file, _, let size):
        guard let node = open[file]?.node else { return }
        node.states.append(Array(node.bytes.prefix(size)))
      case .sync(let file, _):
        guard let node = open[file]?.node else { return }
        node.states = [node.bytes]
      case .syncFolder(_, let path): node(path).map(syncFolder)
      case .syncFileSystem: syncAll()
      case .makeFolder(let path): name(path, Node(folder: true))
      case .rename(let old, let new): renamed(old, new)
      case .exchange(let one, let other):
        let nodes = (node(one), node(other))
        name(one, nodes.1)
        name(other, nodes.0)
      case .remove(let path), .removeFolder(let path): name(path, nil)
      case .read, .map, .lock, .status, .list, .resolve, .permission: break
      }
    }

    private func opened(_ path: String, _ flags: Int32, _ file: Int32) {
      if flags & O_CREAT != 0, node(path) == nil { name(path, Node(folder: false)) }
      guard let node = node(path) else { return }
      if flags & O_TRUNC != 0, !node.bytes.isEmpty { node.states.append([]) }
      open[file] = OpenFile(node: node, appends: flags & O_APPEND != 0)
    }

    private func wrote(_ bytes: some Collection<UInt8>, _ file: Int32) {
      guard let opened = open[file] else { return }
      let place = opened.appends ? opened.node.bytes.count : opened.place
      let before = opened.node.bytes
      opened.node.states.append(
        Array(before.prefix(place)) + Array(bytes) + Array(before.dropFirst(place + bytes.count)))
      open[file]?.place = place + bytes.count
    }

    private func name(_ path: String, _ node: Node?) {
      guard let (folder, name) = place(path) else { return }
      folder.names[name] = node
      pending.append(Change(folder: folder, name: name, node: node))
    }

    private func renamed(_ old: String, _ new: String) {
      guard let source = place(old), let (folder, name) = place(new) else { return }
      let node = source.folder.names.removeValue(forKey: source.name)
      folder.names[name] = node
      pending.append(Change(folder: folder, name: name, node: node, source: source))
    }

    private func syncFolder(_ folder: Node) {
      for change in pending where change.folder === folder {
        if let (source, name) = change.source, source.safeNames[name] === change.node {
          source.safeNames[name] = nil
        }
        folder.safeNames[change.name] = change.node
      }
      pending.removeAll { $0.folder === folder }
    }

    private func syncAll() {
      var nodes = [top]
      while let node = nodes.popLast() {
        if !node.isFolder { node.states = [node.bytes] }
        node.safeNames = node.names
        nodes += node.names.values
      }
      pending = []
    }

    private func node(_ path: String) -> Node? {
      if path + "/" == root { return top }
      return place(path).flatMap { $0.folder.names[$0.name] }
    }

    /// The folder and the name of a path; nil outside of this disk.
    private func place(_ path: String) -> (folder: Node, name: String)? {
      guard path.hasPrefix(root) else { return nil }
      var parts = path.dropFirst(root.count).split(separator: "/").map(String.init)
      guard let name = parts.popLast() else { return nil }
      var folder = top
      for part in parts {
        guard let next = folder.names[part] else { return nil }
        folder = next
      }
      return (folder, name)
    }
  }

  // MARK: The cut

  extension Disk {
    /// What is found when the power is back.
    func afterCut(_ chance: inout Chance) -> FolderTree {
      var found: [ObjectIdentifier: [String: Node]] = [:]
      for change in kept(&chance) {
        if let (source, name) = change.source, names(source, found)[name] === change.node {
          found[ObjectIdentifier(source), default: source.safeNames][name] = nil
        }
        found[ObjectIdentifier(change.folder), default: change.folder.safeNames][change.name] =
          change.node
      }
      var tree = FolderTree()
      gather(top, "", found, &tree, &chance)
      return tree
    }

    private func names(_ folder: Node, _ found: [ObjectIdentifier: [String: Node]]) -> [String:
      Node]
    {
      found[ObjectIdentifier(folder)] ?? folder.safeNames
    }

    /// Those of the changes that made it to the disk: the first so many, or any.
    private func kept(_ chance: inout Chance) -> [Change] {
      guard Bool.random(using: &chance) else {
        return Array(pending.prefix(Int.random(in: 0...pending.count, using: &chance)))
      }
      return pending.filter { _ in Bool.random(using: &chance) }
    }

    private func gather(
      _ folder: Node, _ prefix: String, _ found: [ObjectIdentifier: [String: Node]],
      _ tree: inout FolderTree, _ chance: inout Chance
    ) {
      for (name, node) in names(folder, found).sorted(by: { $0.key < $1.key }) {
        if node.isFolder {
          tree.entries[prefix + name] = .folder
          gather(node, prefix + name + "/", found, &tree, &chance)
        } else {
          tree.entries[prefix + name] = .file(bytes(of: node, &chance))
        }
      }
    }

    /// One of the states since the last sync; of what it changed, a part may be missing or zeros.
    private func bytes(of node: Node, _ chance: inout Chance) -> [UInt8] {
      let state = node.states[Int.random(in: 0..<node.states.count, using: &chance)]
      let same = zip(state, node.states[0]).prefix { $0 == $1 }.count
      guard state != node.states[0], same < state.count else { return state }
      let cut = Int.random(in: same...state.count, using: &chance)
      switch Int.random(in: 0..<3, using: &chance) {
      case 0: return state
      case 1: return Array(state.prefix(cut))
      default: return state.prefix(cut) + [UInt8](repeating: 0, count: state.count - cut)
      }
    }
  }
#endif
