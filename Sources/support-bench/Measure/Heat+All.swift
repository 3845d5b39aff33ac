import Platform

extension Heat {
  /// The whole race, on desks from the smallest to the largest.
  static func all(_ stands: [Stand], _ equipment: Equipment) -> [Heat] {
    let tools = equipment.tools
    var heats = [version(equipment)]
    for stand in stands {
      heats += stand.reading + stand.searching + stand.writing + stand.office + stand.clocks
      heats.append(stand.memory)
    }
    heats += stands.filter { $0.size <= copied }.map(\.firstRead)
    if let small = stands.first, let large = stands.last, stands.count > 1 {
      heats += [
        large.growth("ticket show", from: small) { $0.show() },
        large.growth("ticket new", from: small) { $0.new() },
        large.growth("ticket reply", from: small) { $0.reply() },
        large.growth("ticket close", from: small) { $0.close() },
        large.growth("ticket new, office", from: small) { try $0.inOffice($0.new()) },
        large.growth("ticket new, given", from: small) { try $0.inOffice($0.given()) },
      ]
    }
    heats.append(Heat("sla clock 100000") { [try Stand.clock(equipment)] })
    if let largest = stands.last(where: { $0.size <= copied }), let tar = tools.tar {
      heats += [
        Heat("import") { [try Import(of: largest, tar: tar).benchmark] },
        Heat("merge 10000") {
          try Merge(into: largest, folder: equipment.folder, tar: tar)
            .lines(equipment.support, tar: tar, largest.reply())
        },
      ]
    }
    if let largest = stands.last {
      let writers = largest.writers()
      heats.append(Heat(writers.work) { _ in [try writers.run()] })
    }
    return heats
  }

  private static func version(_ equipment: Equipment) -> Heat {
    Heat("version") {
      let ours = Trial("support version", equipment.support) { _ in ["version"] }
      return [Benchmark(work: "version", ours: ours, peer: equipment.git, bound: 1)]
    }
  }

  /// What makes or copies all documents of a desk is not run on larger ones.
  private static let copied = 100_000
}
