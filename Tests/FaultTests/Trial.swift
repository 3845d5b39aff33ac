#if DEBUG
  import Foundation
  import Platform
  import SupportModel
  import Testing

  @testable import SupportStore

  /// Runs one use case again and again from the same desk, each time with another fault, and judges
  /// the desk that is left.
  final class Trial {
    /// Findings of fsck that hold nobody up, and that the next `fsck --repair` or nobody mends.
    private static let leftovers: Set<Finding.Code> = [.fileLeftover, .attachmentOrphan]

    private let useCase: UseCase
    private let scene: Scene
    private let base: FolderTree
    private let old: DeskState?
    private let new: DeskState?
    /// The old one without its mark: then documents are what the log says, and what somebody wrote
    /// into them by hand, which no command ever acknowledged, is gone.
    private let unmarked: DeskState?
    /// What fsck finds where nothing went wrong.
    private let known: [Finding]
    /// The calls of a run that nothing goes wrong in.
    let steps: [Step]
    /// The desks that were judged already.
    private var seen: Set<Result> = []
    private(set) var judged = 0

    private struct Result: Hashable {
      var tree: FolderTree
      var succeeded: Bool
    }

    init(_ useCase: UseCase) throws {
      self.useCase = useCase
      scene = try Scene()
      try useCase.prepare(scene)
      base = try FolderTree(of: scene.folder)
      old = try DeskState(of: scene)
      let before = old == nil ? [] : try scene.store.fsck(repair: false).findings
      var tree = base
      tree.entries = tree.entries.filter { !$0.key.hasPrefix("desk/.support/folded/") }
      try tree.lay(at: scene.folder)
      unmarked = try DeskState(of: scene)
      try base.lay(at: scene.folder)
      var steps: [Step] = []
      let recorder = FileFaults { call, _ in
        steps.append(Step(call))
        return .proceed
      }
      let warning = try recorder.during { [scene] in try useCase.run(scene) }
      #expect(warning == nil)
      self.steps = steps
      new = try DeskState(of: scene)
      known = before + (new == nil ? [] : try scene.store.fsck(repair: false).findings)
    }

    /// Has a fault happen at the call of a number, from 1 on; one more than there are calls is after
    /// the end.
    func run(_ fault: Fault, at number: Int) throws {
      try base.lay(at: scene.folder)
      scene.start = 1
      let disk = Disk(base, at: scene.folder)
      let faults = FileFaults(fault.plan(at: number)) { call, result in
        if case .powerCut = fault { disk.note(call, result) }
      }
      let failure = attempt(faults)
      if case .powerCut(let seed) = fault {
        var chance = Chance(seed: seed &* 1_000_003 &+ UInt64(number))
        try disk.afterCut(&chance).lay(at: scene.folder)
        scene.start = 2
      }
      let step = number <= steps.count ? steps[number - 1].description : "the end"
      let place = "\(useCase.testDescription): \(fault) at call \(number) (\(step))"
      if let failure, fault.isHarmless { Issue.record("\(place): it gave up: \(failure)") }
      if let failure { checkError(failure, place) }
      try judge(succeeded: failure == nil, place)
    }

    private func attempt(_ faults: FileFaults) -> (any Error)? {
      do {
        _ = try faults.during { try useCase.run(scene) }
        return nil
      } catch { return error }
    }

    /// A fault is told as what it is.
    private func checkError(_ error: any Error, _ place: String) {
      guard let error = error as? SystemError else {
        Issue.record("\(place): it says \(error)")
        return
      }
      #expect(!error.path.isEmpty && !error.reason.isEmpty, "\(place): \(error)")
    }
  }

  // MARK: The judgement

  extension Trial {
    private func judge(succeeded: Bool, _ place: String) throws {
      var tree = try FolderTree(of: scene.folder)
      tree.entries["desk/.support/lock"] = nil
      guard seen.insert(Result(tree: tree, succeeded: succeeded)).inserted else { return }
      judged += 1
      do {
        let state = try DeskState(of: scene)
        try compare(state, succeeded: succeeded, place)
        if let state { checkErasure(state, place) }
        if state != nil { try checkFiles(place) }
        if state == old { try doAgain(place) }
      } catch {
        Issue.record("\(place): afterwards \(error)")
      }
    }

    private func compare(_ state: DeskState?, succeeded: Bool, _ place: String) throws {
      if succeeded {
        if state != new {
          Issue.record("\(place): it was done, and is not there: \(difference(state, new))")
        }
        #expect(state?.events == new?.events, "\(place): it was done, and the log does not tell")
      } else if !isAllowed(state) {
        Issue.record(
          "\(place): neither old (\(difference(state, old))) nor new (\(difference(state, new)))")
      }
    }

    /// What was erased is gone for good: who comes later knows of it, and no attachment is left.
    private func checkErasure(_ state: DeskState, _ place: String) {
      #expect(state.knowsErasures, "\(place): an erasure is forgotten")
      guard state == new, let allowed = new?.attachments else { return }
      #expect(state.attachments.isSubset(of: allowed), "\(place): attachments are left")
    }

    private func isAllowed(_ state: DeskState?) -> Bool {
      if useCase.isStepwise, let state, let old, let new { return state.isBetween(old, new) }
      return state == old || state == new || (scene.start > 1 && state == unmarked)
    }

    private func difference(_ found: DeskState?, _ expected: DeskState?) -> String {
      guard let found, let expected else { return found == nil ? "no desk" : "a desk" }
      return found.difference(from: expected)
    }

    /// Whatever is left behind is swept up by `fsck --repair`.
    private func checkFiles(_ place: String) throws {
      let found = try unknown(scene.store.fsck(repair: false).findings)
      #expect(
        found.allSatisfy { Self.leftovers.contains($0.code) }, "\(place): fsck finds \(found)")
      _ = try scene.store.fsck(repair: true)
      let left = try unknown(scene.store.fsck(repair: false).findings)
      #expect(left.allSatisfy { $0.code == .attachmentOrphan }, "\(place): fsck leaves \(left)")
    }

    private func unknown(_ findings: [Finding]) -> [Finding] {
      findings.filter { !known.contains($0) }
    }

    /// What failed can be done once the cause is gone.
    private func doAgain(_ place: String) throws {
      do { _ = try useCase.run(scene) } catch {
        Issue.record("\(place): a second attempt: \(error)")
        return
      }
      let state = try DeskState(of: scene)
      #expect(state?.records.count == new?.records.count, "\(place): a second attempt does less")
    }
  }
#endif
