#if DEBUG
  import Foundation
  import Testing

  /// Every changing command, with everything that can go wrong at every system call it makes.
  struct FaultTests {
    /// `LONG=1` leaves nothing out.
    static let isLong = !["", "0"].contains(ProcessInfo.processInfo.environment["LONG"] ?? "")

    /// `ONLY=erase` picks the use cases with that in their names.
    private static let cases = UseCase.all.filter { useCase in
      let part = ProcessInfo.processInfo.environment["ONLY"] ?? ""
      return part.isEmpty || useCase.testDescription.contains(part)
    }

    /// How often the dice are rolled for each power cut; `SEEDS=100` asks for more.
    private static let rolls =
      ProcessInfo.processInfo.environment["SEEDS"].flatMap(UInt64.init) ?? (isLong ? 20 : 1)

    private static let faults: [Fault] = [.failure(EIO), .fullDisk, .death, .deathAmidWrite]
    /// In the short form these are tried at some of the calls only.
    private static let moreFaults: [Fault] = [
      .failure(ENOSPC), .failure(EINTR), .failure(EMFILE), .tooManyFiles, .short,
    ]

    @Test("Whatever fails, a desk is as before or as after", arguments: cases)
    func everyFault(_ useCase: UseCase) throws {
      let trial = try Trial(useCase)
      for (place, fault) in (Self.faults + Self.moreFaults).enumerated() {
        let isWhole = Self.isLong || Self.faults.contains(fault)
        for number in 1...trial.steps.count
        where fault.concerns(trial.steps[number - 1]) && (isWhole || (number + place) % 4 == 0) {
          try trial.run(fault, at: number)
        }
      }
    }

    @Test("Whatever a power cut loses, what was done is there", arguments: cases)
    func powerCut(_ useCase: UseCase) throws {
      let trial = try Trial(useCase)
      for number in 1...trial.steps.count + 1 {
        for seed in 1...Self.rolls {
          try trial.run(.powerCut(seed: seed), at: number)
        }
      }
    }
  }
#endif
