extension DeskSettings {
  /// These settings with the promises of another file in place of their own.
  ///
  /// The file is an object with `sla`, or with what stands there, `policies`, and where they are other
  /// ones, `calendars`; or the list of policies alone; or a whole `support.json`, of which nothing else is looked at and which
  /// promises what is standard where it does not say. Calendars of these settings stay known.
  package func proposing(file: String, bytes: [UInt8], zones: Zones) throws -> DeskSettings {
    var settings = self
    settings.sla.policies = SLASettings.standard.policies
    if let list = try SettingsReader(list: bytes, under: "policies", file: file) {
      settings.sla = try SLASettings(list, settings)
      return settings
    }
    let reader = try SettingsReader(file: file, bytes: bytes)
    let isWhole = reader.has("format")
    let isBare = !isWhole && reader.has("policies")
    if !isWhole && !isBare { try reader.allowOnly(["calendars", "sla"]) }
    if let calendars = try reader.child("calendars") {
      settings.sla.calendars.merge(try BusinessCalendar.byName(calendars, zones: zones)) { $1 }
    }
    if isBare {
      settings.sla = try SLASettings(reader, settings, besides: ["calendars"])
    } else if let sla = try reader.child("sla") {
      settings.sla = try SLASettings(sla, settings)
    } else if !isWhole {
      throw reader.error("sla", "the policies to try are missing here")
    }
    return settings
  }
}
