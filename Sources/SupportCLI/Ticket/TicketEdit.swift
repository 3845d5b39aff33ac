import CommandKit
import SupportDesk
import SupportModel

private let subject = Option.text("subject", short: "s", value: "SUBJECT", "A new subject")
private let priority = Option.text(
  "priority", short: "p", value: "PRIORITY", "A new priority", completes: .live("priority"))
private let category = Option.text(
  "category", short: "c", value: "CATEGORY", "A new category, '' for none",
  completes: .live("category"))
private let channel = Option.text(
  "channel", value: "CHANNEL", "How it came in", completes: .live("channel"))
private let order = Option.text("order", value: "REF", "The order it is about, '' for none")
private let tags = Option.texts(
  "tag", short: "t", value: "TAG", "Add a tag (TAG or +TAG) or take one away (-TAG)",
  completes: .live("tag"))
private let references = Option.texts(
  "ref", value: "[+|-]KIND=REF", "Add something outside that it is about, or take it away")
private let fields = Option.texts(
  "field", value: "KEY=VALUE", "Set a custom field, KEY= for none")

/// Sets fields of tickets.
extension Command where Context == Session {
  static var ticketEdit: Command {
    Command(
      "edit", "Change subject, priority, category, tags or fields of tickets", needs: .desk,
      arguments: [BulkParameter.tickets],
      options: [subject, priority, category, channel, order, references, tags, fields]
        + BulkParameter.options,
      rules: [BulkParameter.rule], details: BulkParameter.details,
      examples: [
        "support ticket edit k7q --priority high --tag +vip --tag -new",
        "support ticket edit k7q 3fm --field serial=SN-4411",
        "support ticket edit --where 'category:billing -tag:money' --tag money --dry-run",
      ]
    ) { call, session in
      var edit = Edit()
      edit.subject = call[subject]
      edit.priority = call[priority]
      edit.category = call[category]
      edit.channel = call[channel]
      edit.order = call[order]
      (edit.addTags, edit.removeTags) = SignedWords.split(call[tags])
      let (added, removed) = SignedWords.split(call[references])
      edit.addReferences = try added.map(ReferenceWord.split)
      edit.removeReferences = try removed.map(ReferenceWord.split)
      edit.fields = try call[fields].map(FieldWord.split)
      guard !edit.isEmpty else {
        throw UsageError.missingOption(
          ["--subject", "--priority", "--category", "--tag", "--field"],
          path: session.output.commandPath)
      }
      try session.change(call) { _ in
        "edited"
      } by: { desk, tickets, options in
        try desk.edit(tickets, edit, options)
      }
    }
  }
}
