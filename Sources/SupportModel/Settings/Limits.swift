/// How much of a thing a desk takes. What goes past a limit is an error, never cut.
package struct Limits: Hashable, Sendable {
  /// In characters.
  package var subjectLength = 255
  /// In bytes of UTF-8.
  package var messageSize = 1_048_576
  /// In bytes.
  package var attachmentSize = 10_485_760
  /// File name endings in lower case, without the dot.
  package var attachmentTypes = [
    "csv", "doc", "docx", "eml", "gif", "gz", "heic", "ics", "jpeg", "jpg", "json", "log", "md",
    "mp4", "odp", "ods", "odt", "pdf", "png", "ppt", "pptx", "rtf", "svg", "tiff", "tsv", "txt",
    "vcf", "webp", "xls", "xlsx", "xml", "zip",
  ]
  /// How many tickets one customer may open in an hour.
  package var ticketsPerHour = 10
  /// How many messages one customer may write in an hour, besides those that open tickets.
  package var messagesPerHour = 60

  package init() {}
}

extension Limits {
  init(_ reader: SettingsReader) throws {
    self.init()
    try reader.allowOnly([
      "subject_length", "message_size", "attachment_size", "attachment_types", "tickets_per_hour",
      "messages_per_hour",
    ])
    subjectLength = try reader.integer("subject_length", in: 1...10_000) ?? subjectLength
    messageSize = try reader.integer("message_size", in: 1...100_000_000) ?? messageSize
    attachmentSize = try reader.integer("attachment_size", in: 0...2_000_000_000) ?? attachmentSize
    attachmentTypes =
      try reader.texts("attachment_types")?.map { $0.lowercased() }
      ?? attachmentTypes
    ticketsPerHour = try reader.integer("tickets_per_hour", in: 0...1_000_000) ?? ticketsPerHour
    messagesPerHour =
      try reader.integer("messages_per_hour", in: 0...1_000_000) ?? messagesPerHour
  }
}
