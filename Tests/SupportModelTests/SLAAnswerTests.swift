import Testing

@testable import SupportModel

/// What counts as an answer to a customer, at the `SLAOffice`.
struct SLAAnswerTests {
  @Test(
    "Only what a human agent says in public answers, whoever of them it is",
    arguments: [
      (
        "Mon 09:00 normal, Mon 10:00 robot, Mon 10:20 model, Mon 10:40 notes", "Mon 11:00",
        "running after 2h, due Mon 13:00", "none", "running after 2h, due Wed 17:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 assigns", "Mon 11:00", "running after 2h, due Mon 13:00",
        "none", "running after 2h, due Wed 17:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 assigns, Mon 11:00 replies, Mon 12:00 asks, Mon 13:00 assigns",
        "Mon 13:30", "met after 2h, due Mon 13:00", "running after 1h 30m, due Mon 14:00",
        "running after 4h 30m, due Wed 17:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 replies, Mon 11:00 asks, Mon 12:00 ben-replies", "Mon 13:00",
        "met after 1h, due Mon 13:00", "none", "running after 4h, due Wed 17:00"
      ),
      // The customer waits since the first of several messages.
      (
        "Mon 09:00 normal, Mon 10:00 replies, Mon 11:00 asks, Mon 12:00 asks, Mon 12:30 asks",
        "Mon 12:40", "met after 1h, due Mon 13:00", "running after 1h 40m, due Mon 13:00",
        "running after 3h 40m, due Wed 17:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 replies, Mon 22:00 asks", "Wed 10:00",
        "met after 1h, due Mon 13:00", "running after 1h, due Wed 11:00",
        "running after 9h, due Wed 17:00"
      ),
    ])
  func answers(story: String, now: String, first: String, next: String, resolution: String) throws {
    try SLAOffice.expect(story, now, first, next, resolution)
  }

  @Test(
    "Merged: the clocks of the one stop, the other keeps the earliest unanswered question",
    arguments: [
      // Merging closes a ticket.
      (
        "Mon 09:00 normal, Mon 10:00 closed", "Wed 12:00", "met after 1h, due Mon 13:00", "none",
        "met after 1h, due Wed 17:00"
      ),
      // It brings a question that is older than the ticket.
      (
        "Mon 11:00 normal, Mon 12:00 brings Mon 09:00 asks", "Mon 12:30",
        "running after 3h 30m, due Mon 13:00", "none", "running after 1h 30m, due Thu 11:00"
      ),
      (
        "Mon 11:00 normal, Mon 12:00 brings Mon 09:00 asks, Mon 12:30 replies", "Mon 16:00",
        "met after 3h 30m, due Mon 13:00", "none", "running after 5h, due Thu 11:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 replies, Mon 12:00 brings Mon 11:00 asks", "Mon 12:30",
        "met after 1h, due Mon 13:00", "running after 1h 30m, due Mon 13:00",
        "running after 3h 30m, due Wed 17:00"
      ),
      // What was said here in the meantime was no answer to it.
      (
        "Mon 09:00 normal, Mon 11:00 replies, Mon 12:00 brings Mon 10:00 asks", "Mon 12:30",
        "met after 2h, due Mon 13:00", "breached after 2h 30m, due Mon 12:00",
        "running after 3h 30m, due Wed 17:00"
      ),
      // Of two questions the earlier one counts, wherever it was asked.
      (
        """
        Mon 09:00 normal, Mon 10:00 replies, Mon 11:30 asks, Mon 12:00 brings Mon 11:00 asks, \
        Mon 12:00 brings Mon 11:15 asks, Mon 12:10 asks
        """, "Mon 12:30", "met after 1h, due Mon 13:00", "running after 1h 30m, due Mon 13:00",
        "running after 3h 30m, due Wed 17:00"
      ),
      // A question that was answered there is none here, and that answer answers nothing here.
      (
        """
        Mon 09:00 normal, Mon 10:00 replies, Mon 13:00 brings Mon 11:00 asks, \
        Mon 13:00 brings Mon 12:00 replies
        """, "Mon 13:30", "met after 1h, due Mon 13:00", "none",
        "running after 4h 30m, due Wed 17:00"
      ),
      (
        "Mon 09:00 normal, Mon 12:00 brings Mon 10:00 replies", "Mon 12:30",
        "running after 3h 30m, due Mon 13:00", "none", "running after 3h 30m, due Wed 17:00"
      ),
    ])
  func merged(story: String, now: String, first: String, next: String, resolution: String) throws {
    try SLAOffice.expect(story, now, first, next, resolution)
  }
}
