import Platform
import SupportModel

/// A desk's files, opened: reads are snapshots, changes are transactions.
package struct DeskStore: Sendable {
  package let layout: DeskLayout
  package let settings: DeskSettings
  /// The settings as they stand in their file, and what tells other rules of their time zones.
  private let settingsText: [UInt8]
  private let settingsObject: JSONObject
  private let zonesCheck: String
  /// The time zones that settings may name.
  private let zones: Zones
  /// How long a change waits for another one, in milliseconds.
  package var patience = 10_000
  /// In bytes: a log file that gets longer than this is followed by another one when many records are
  /// written at once, because whoever reads a file holds all of it.
  var longestLogFile = 64 * 1024 * 1024
  /// Which start of the machine this is.
  package var boot: @Sendable () -> String? = BootID.current

  /// Reads the settings; `zoneInfo` is asked only where they have calendars.
  package init(_ layout: DeskLayout, zoneInfo: ZoneInfo = ZoneInfo()) throws {
    self.layout = layout
    settingsText = try FileSystem.read(layout.settings)
    zones = Zones(zoneInfo.bytes(of:))
    let reader = try DeskSettings.reader(bytes: settingsText)
    settings = try DeskSettings(reader, zones: zones)
    (settingsObject, zonesCheck) = (reader.values, "\(zones.check)")
  }

  /// A desk whose files are to be checked. Where its settings are broken the defaults stand in, and
  /// the second value says what is wrong.
  package static func toCheck(_ layout: DeskLayout) throws -> (DeskStore, SettingsError?) {
    do { return (try DeskStore(layout), nil) } catch let error as SettingsError {
      return (DeskStore(layout, settings: DeskSettings()), error)
    }
  }

  private init(_ layout: DeskLayout, settings: DeskSettings) {
    (self.layout, self.settings) = (layout, settings)
    (settingsText, settingsObject, zonesCheck, zones) = ([], JSONObject(), "none", .none)
  }

  /// Members of `support.json` that no clock reads: whoever changes them has no ticket judged again.
  private static let notOfClocks = [
    "name", "limits", "permissions", "organisations", "search", "rules", "care",
  ]

  /// Another one for other settings that the clocks of the index were judged by, or other rules of their
  /// time zones. What is not known to be without meaning for clocks counts: conditions of policies may
  /// speak of fields and references.
  var settingsCheck: String {
    var object = settingsObject
    for member in Self.notOfClocks { object[member] = nil }
    let text = JSON.object(object).compactBytes
    return "\(CRC32C.checksum(text)).\(text.count).\(zonesCheck)"
  }

  /// What a text of `support.json` would mean: all of it is checked, because one part names others.
  package func settings(of text: JSONObject) throws -> DeskSettings {
    try DeskSettings(
      file: DeskSettings.fileName, bytes: JSON.object(text).prettyBytes, zones: zones)
  }

  package var log: EventLog { EventLog(layout) }

  /// Where the draft of a text that is being written lies; its folder is made.
  package func draft(_ name: String) throws -> String {
    try FileSystem.makeFolder(layout.drafts)
    return "\(layout.drafts)/\(name).md"
  }

  /// The records as of now. Documents that are behind the log are healed on the way where the lock
  /// is free and the folder can be written, and folded in memory otherwise.
  package func snapshot() throws -> Snapshot {
    let (mark, tail) = try tail()
    if tail.isEmpty, mark.map(tail.settles) != true {
      return Snapshot(layout: layout, mark)
    }
    if let healed = try healIfPossible(onlySettles: tail.isEmpty) { return healed }
    let outcome = try Recovery(layout: layout, mark: mark ?? FoldMark(), tail: tail).fold()
    return Snapshot(
      layout: layout, overlay: outcome.documents, gone: outcome.gone,
      erasures: .these(outcome.erasures), isWhole: outcome.isWhole,
      touched: mark.map { TouchedDocuments(layout: layout, mark: $0) }, mark: mark,
      unfolded: tail.parts.map { LogSpan(file: $0.file, from: $0.from) }, newest: outcome.newest)
  }

  private func healIfPossible(onlySettles: Bool) throws -> Snapshot? {
    // Files that git is changing are not touched under its hands.
    if GitFolder(above: layout.root)?.isBusy == true { return nil }
    do {
      try FileSystem.makeFolder(layout.local)
      var chance = Chance()
      guard let lock = try takeLock(patience: 0, holder: "heal") else { return nil }
      let mark = try heal(lock, &chance)
      if onlySettles { try mark.write(layout) }
      return Snapshot(layout: layout, mark)
    } catch is SystemError {
      // Whatever keeps documents from being written (a read-only or full disk, a folder in the way
      // of one), reading goes on.
      return nil
    }
  }

  /// The mark, and what the log holds past it.
  func tail() throws -> (mark: FoldMark?, tail: LogTail) {
    let mark = try FoldMark.read(layout)
    return (mark, try LogTail(past: mark, layout, boot: boot()))
  }

  func takeLock(patience: Int, holder: String) throws -> FileLock? {
    try FileLock.take(layout.lock, patience: patience, holder: holder)
  }

  /// Brings documents and mark up to the log; whoever calls holds the lock.
  func heal(_ lock: borrowing FileLock, _ chance: inout Chance) throws -> FoldMark {
    let (mark, tail) = try tail()
    if let mark, tail.isEmpty { return tail.settling(mark) }
    GitFolder(above: layout.root)?.waitWhileBusy(patience: 1000)
    let replica = try Replica.claim(layout, cutBack: tail.cutBack, using: &chance)
    return try Recovery(layout: layout, mark: mark ?? FoldMark(), tail: tail).heal(replica)
  }

  /// The same for those who look at all documents: also what git put back is mended.
  func healThoroughly(_ lock: borrowing FileLock) throws {
    var chance = Chance()
    let mark = try heal(lock, &chance)
    try TouchedDocuments(layout: layout, mark: mark).healPutBack()
  }

  /// Starts a change: takes the lock, heals what is behind. `purpose` is told to others who wait.
  ///
  /// Throws `StoreError.settingsChanged` where the settings are no longer those that it would go by.
  package func transaction(for purpose: String, chance: Chance, at now: Instant) throws
    -> Transaction
  {
    let lock = try takeLock(for: purpose)
    guard try FileSystem.holds(layout.settings, settingsText) else {
      throw StoreError.settingsChanged
    }
    return try Transaction(self, lock, chance: chance, at: now)
  }

  /// Takes the lock, waiting for whoever has it.
  func takeLock(for purpose: String) throws -> FileLock {
    try FileSystem.makeFolder(layout.local)
    let started = Instant(milliseconds: WallClock.milliseconds())
    let holder = "process \(ProcessID.current) since \(started) for \(purpose)"
    guard let lock = try takeLock(patience: patience, holder: holder) else {
      let bytes = try FileSystem.readIfPresent(layout.lock) ?? []
      throw StoreError.locked(holder: String(decoding: bytes, as: UTF8.self))
    }
    return lock
  }
}
