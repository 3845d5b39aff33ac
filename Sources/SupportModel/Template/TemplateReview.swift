/// What is wrong with a template, whoever uses it.
package struct TemplateMistake: Hashable, Sendable {
  package var template: String
  package var line: Int
  package var error: TemplateError
}

/// Looks through templates for what would fail when they are used.
package struct TemplateReview {
  private let all: [String: Template]
  private let values: TemplateValues
  /// The paths of the desk's categories; none where it says nothing of them.
  private let categories: [String]

  package init(_ templates: [Template], _ settings: DeskSettings, categories: [String]) {
    all = Dictionary(templates.map { ($0.name, $0) }) { first, _ in first }
    // No value is asked for, so that the time does not matter.
    values = TemplateValues(settings, at: Instant(milliseconds: 0))
    self.categories = categories
  }

  /// The mistakes of one, in the order of its lines.
  package func mistakes(in template: Template) -> [TemplateMistake] {
    var found: [TemplateMistake] = []
    func note(_ line: Int, _ error: TemplateError) {
      found.append(TemplateMistake(template: template.name, line: line, error: error))
    }
    for category in template.categories
    where !categories.isEmpty && !categories.contains(category) {
      let place = TemplateError.Place(template: template.name, line: template.lines.categories)
      note(place.line, .unknownCategory(place, category, categories))
    }
    for (text, first) in template.texts {
      let read = TemplateText(reviewing: text, of: template.name, line: first)
      let errors = read.mistakes + read.pieces.compactMap { mistake($0, in: template) }
      for error in errors { note(error.line ?? first, error) }
    }
    if let chain = cycle(from: template.name) { note(template.lines.body, .cycle(chain)) }
    return found.sorted { $0.line < $1.line }
  }

  private func mistake(_ piece: TemplateText.Piece, in template: Template) -> TemplateError? {
    switch piece {
    case .text: nil
    case .variable(let name, _, let line):
      values.isKnown(name)
        ? nil
        : .unknownVariable(
          .init(template: template.name, line: line), name: name, known: values.names)
    case .include(let name, let line):
      all[name] != nil
        ? nil
        : .unknownInclude(
          .init(template: template.name, line: line), name: name, known: all.keys.sorted())
    }
  }

  /// The way by which a template includes itself.
  private func cycle(from name: String) -> [String]? {
    var seen: Set<String> = []
    func way(from next: String) -> [String]? {
      guard let template = all[next] else { return nil }
      for other in includes(of: template) {
        if other == name { return [next, name] }
        if seen.insert(other).inserted, let rest = way(from: other) { return [next] + rest }
      }
      return nil
    }
    return way(from: name)
  }

  /// The names that a template includes, as far as they can be read.
  package func includes(of template: Template) -> [String] {
    TemplateText(reviewing: template.body, of: template.name, line: 1).pieces.compactMap { piece in
      if case .include(let name, _) = piece { name } else { nil }
    }
  }

  /// The templates that include one.
  package func including(_ name: String) -> [String] {
    all.values.filter { includes(of: $0).contains(name) }.map(\.name).sorted()
  }
}

extension Template {
  /// What somebody has to give who uses it: names of variables without a fallback, each once. Those
  /// of templates that it includes are not among them.
  package var variables: [String] {
    var names: [String] = []
    for (text, line) in texts {
      let pieces = TemplateText(reviewing: text, of: name, line: line).pieces
      for case .variable(let name, nil, _) in pieces where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  /// The names of variables in its subject.
  var subjectVariables: [String] {
    TemplateText(reviewing: subject ?? "", of: name, line: 1).pieces.compactMap { piece in
      if case .variable(let name, _, _) = piece { name } else { nil }
    }
  }

  /// Refuses braces that make no sense, whatever the values will be.
  package func requireLegible() throws(TemplateError) {
    for (text, line) in texts { _ = try TemplateText(text, of: name, line: line) }
  }

  /// The texts that have places to fill, each with the line of the file that it begins on.
  fileprivate var texts: [(text: String, line: Int)] {
    [(subject ?? "", lines.subject), (body, lines.body)]
  }
}
