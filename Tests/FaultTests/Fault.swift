#if DEBUG
  import Foundation
  import Platform

  /// One thing that goes wrong at one system call.
  enum Fault: Hashable, CustomStringConvertible {
    case failure(Int32)
    /// This call and all later ones that need room on the disk.
    case fullDisk
    /// This call and all later ones that need one more open file.
    case tooManyFiles
    /// A read or write that moves less than was asked for.
    case short
    case death
    /// A write is half done when its process dies.
    case deathAmidWrite
    case powerCut(seed: UInt64)

    var description: String {
      switch self {
      case .failure(let code): SystemError("", "", code: code).reason
      case .fullDisk: "a disk that is full from here on"
      case .tooManyFiles: "no more open files from here on"
      case .short: "a short transfer"
      case .death: "death"
      case .deathAmidWrite: "death amid a write"
      case .powerCut(let seed): "a power cut (seed \(seed))"
      }
    }

    /// Whether a command has to get over it.
    var isHarmless: Bool { self == .short || self == .failure(EINTR) }

    /// Whether it makes a difference at such a call.
    func concerns(_ step: Step) -> Bool {
      switch self {
      case .failure(EMFILE), .tooManyFiles: step.takesFile
      case .fullDisk: step.takesRoom
      case .short: step.bytes != 0
      case .deathAmidWrite: step.bytes ?? 0 > 1
      case .failure: !step.isClose
      case .death, .powerCut: true
      }
    }

    /// The plan that has it happen at the call of a number.
    func plan(at place: Int) -> FileFaults.Plan {
      { call, number in
        guard number >= place else { return .proceed }
        let step = Step(call)
        switch self {
        case .failure(let code): return number == place ? .fail(code) : .proceed
        case .fullDisk: return step.takesRoom ? .fail(ENOSPC) : .proceed
        case .tooManyFiles: return step.takesFile ? .fail(EMFILE) : .proceed
        case .short: return number == place ? .short(max(1, (step.bytes ?? 2) / 2)) : .proceed
        case .deathAmidWrite: return number == place ? .short(max(1, (step.bytes ?? 2) / 2)) : .die
        case .death, .powerCut: return .die
        }
      }
    }
  }

  /// What is to be known of a call after it was made.
  struct Step: CustomStringConvertible {
    let description: String
    var takesFile = false
    var takesRoom = false
    var isClose = false
    /// How many bytes a write is to move; 0 for a call that moves none, nil for a read.
    var bytes: Int? = 0

    init(_ call: FileCall) {
      description = "\(call.operation) \(call.path)"
      switch call {
      case .open(_, let flags): (takesFile, takesRoom) = (true, flags & O_CREAT != 0)
      case .list: takesFile = true
      case .makeFolder, .rename, .exchange, .sync, .syncFolder, .syncFileSystem: takesRoom = true
      case .write(_, _, let part): (bytes, takesRoom) = (part.count, true)
      case .read: bytes = nil
      case .close: isClose = true
      default: break
      }
    }
  }
#endif
