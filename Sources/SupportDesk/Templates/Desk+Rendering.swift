import SupportModel
import SupportStore

/// Which templates a text is made of, and with what.
package struct TemplateUse: Sendable {
  package var names: [String] = []
  /// Values of the writer's own.
  package var values: [String: String] = [:]
  /// The language to prefer; nil for the customer's.
  package var language: String?

  package init() {}
}

/// A text that templates were made into.
package struct RenderedTemplates: Sendable {
  package var subject: String?
  package var body: String
  /// The templates that it is made of, by their names in the language that was found.
  package var names: [String]
}

extension Desk {
  /// What templates say to a ticket's customer, or to nobody yet, without sending it.
  package func render(_ use: TemplateUse, for reference: String?) throws -> RenderedTemplates {
    try requireStaff("see the templates")
    let snapshot = try store.snapshot()
    let ticket = try reference.map { try current($0, in: snapshot) }
    return try render(
      use, for: ticket, category: ticket?.category, Self.customers(in: snapshot))
  }

  /// A body as it is sent: what the templates say, then what was written besides.
  func body(
    _ text: String, _ use: TemplateUse, for ticket: Ticket, _ acting: Acting
  ) throws -> (text: String, names: [String]) {
    guard !use.names.isEmpty else { return (text, []) }
    try permissions.requireAgent("use templates")
    let rendered = try render(use, for: ticket, category: ticket.category, acting.customers)
    return ([rendered.body, text].filter { !$0.isEmpty }.joined(separator: "\n\n"), rendered.names)
  }

  /// Only the files of these templates, and of those that they include, are read.
  func render(
    _ use: TemplateUse, for ticket: Ticket?, category: String?, _ customers: CustomerRecords
  ) throws -> RenderedTemplates {
    var values = TemplateValues(settings, at: now)
    values.own = use.values
    (values.ticket, values.agent) = (ticket, person.agent)
    values.customer = ticket?.customer.flatMap(customers).flatMap(Customer.init)
    var renderer = TemplateRenderer(
      values, language: use.language ?? values.customer?.language,
      find: templateFiles.template)
    let templates = try use.names.map { name in
      guard let template = try renderer.template(name) else { return try template(name) }
      guard template.isActive else { throw TemplateError.inactive(template: name) }
      guard ticket == nil || template.fits(category) else {
        throw TemplateError.elsewhere(
          template: name, categories: template.categories, category: category)
      }
      return template
    }
    do {
      let body = try renderer.body(templates)
      let subject = try templates.first { $0.subject != nil }.flatMap { try renderer.subject($0) }
      return RenderedTemplates(subject: subject, body: body, names: templates.map(\.name))
    } catch TemplateError.unknownInclude(let place, let name, _) {
      throw TemplateError.unknownInclude(place, name: name, known: try templateFiles.names())
    }
  }
}

extension EventDraft {
  /// The event with the names of the templates that its message is made of, to be counted.
  func noting(templates: [String]) -> EventDraft {
    guard !templates.isEmpty else { return self }
    var draft = self
    draft.meta["templates"] = .array(templates.map(JSON.string))
    return draft
  }
}
