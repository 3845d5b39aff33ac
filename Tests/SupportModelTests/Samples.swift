import Testing

@testable import SupportModel

/// Ten o'clock on the first day of the samples.
let sampleTime = Instant(storyID.date) + TimeSpan(seconds: 36_000)

/// An event of the sample ticket; `number` is its place in the log.
func sampleEvent(
  _ number: Int, _ type: EventType = .ticketUpdated, _ patch: Patch = Patch(),
  by actor: Actor = .agent("ada"), meta: JSONObject = JSONObject()
) -> Event {
  Event(
    EventDraft(type, .ticket(storyID), patch, meta: meta),
    id: EventID(time: sampleTime, chance: UInt128(number)),
    at: sampleTime + TimeSpan(seconds: number), by: actor)
}

/// The document as one line without what every document has.
func brief(_ document: JSONObject?) -> String {
  guard var document else { return "nothing" }
  for key in ["format", "id", "updated_at", "head"] { document[key] = nil }
  return JSON.object(document).compact
}
