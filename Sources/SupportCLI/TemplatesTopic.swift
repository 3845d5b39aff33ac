import CommandKit
import SupportModel

extension HelpTopic {
  static var templates: HelpTopic {
    HelpTopic(
      "templates", "How templates are written",
      text: """
        A template is templates/NAME.md: Markdown under a small header, with places to fill.

          {{customer.name}}         a value
          {{customer.name|there}}   a value, or this where there is none
          {{> goodbye}}             what another template says
          \\{{                       two braces

        A variable without a value and without a fallback is an error before anything is written. \
        What a value holds is never filled again.

        Values of the ticket and its customer: \
        \(TemplateValues.known.joined(separator: ", ")); field.NAME for custom fields. A name \
        without a dot is yours: -D NAME=VALUE.

        NAME.fr is NAME in French: it is used for customers who read French.
        """)
  }
}
