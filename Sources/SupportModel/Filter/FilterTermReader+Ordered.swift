/// Fields whose values have an order: times, priorities, numbers.
extension FilterTermReader {
  /// A value on its scale: the span it covers there, and the span it means where it stands alone.
  ///
  /// No type of its own, as the next: to make a generic one known takes as long as to read ten filters.
  private typealias Spot<Bound: Comparable> = (
    text: String, span: Range<Bound>, alone: Range<Bound>, isRelative: Bool
  )

  /// What a value, a comparison or a range comes to.
  private typealias Stretch<Bound: Comparable & Hashable & Sendable> = (
    text: String, range: FilterRange<Bound>, isRelative: Bool
  )

  func time(_ field: FilterField, _ item: FilterItem) throws(FilterError) -> Reading {
    if case .single(let operand) = item.shape, operand.isKeyword("none") { return absent(field) }
    let stretch = try stretch(item, moment)
    var reading = Reading(stretch.text, .time(field, stretch.range))
    reading.isRelative = stretch.isRelative
    return reading
  }

  func number(_ field: FilterField, _ item: FilterItem) throws(FilterError) -> Reading {
    if case .single(let operand) = item.shape, operand.isKeyword("none") { return absent(field) }
    let stretch = try stretch(item, figure)
    return Reading(stretch.text, .number(field, stretch.range))
  }

  /// A custom field: a name; compared, a number or a time, or both as `>2026` may be.
  func free(_ field: FilterField, _ item: FilterItem) throws(FilterError) -> Reading {
    if case .single = item.shape {
      return try value(field, try single(item, of: field.description))
    }
    let asTime = try? time(field, item)
    do throws(FilterError) {
      var reading = try number(field, item)
      reading.tests += asTime?.tests ?? []
      reading.isRelative = asTime?.isRelative ?? false
      return reading
    } catch {
      if case .badRange = error.fact { throw error }
      if let asTime { return asTime }
      if case .compared = item.shape { throw error }
    }
    return try value(field, try single(item, of: field.description))
  }

  /// Comparisons go by rank and come to lists of codes. What has no upper bound excludes nothing
  /// that the settings no longer know, for that ranks below all.
  func priority(_ item: FilterItem) throws(FilterError) -> Reading {
    let stretch = try stretch(item) { operand throws(FilterError) in try rank(operand) }
    let (text, range) = (stretch.text, stretch.range)
    if case .single = item.shape { return Reading(text, .among(.priority, [text.lowercased()])) }
    let all = context.settings.priorities.all
    guard range.from == nil, let before = range.before else {
      let codes = all.filter { range.contains($0.rank) }.map { $0.code.lowercased() }
      return Reading(text, .among(.priority, codes))
    }
    let above = all.filter { $0.rank >= before }.map { $0.code.lowercased() }
    return Reading(text, .fails(.among(.priority, above)))
  }

  private func moment(_ operand: FilterOperand) throws(FilterError) -> Spot<Instant> {
    guard let moment = FilterMoment(words(operand.text), now: context.now) else {
      throw source.error(.badDate(operand.text), operand.range)
    }
    return (FilterText.value(moment.text), moment.span, moment.alone, moment.isRelative)
  }

  private func figure(_ operand: FilterOperand) throws(FilterError) -> Spot<Double> {
    guard let number = Double(operand.text), number.isFinite else {
      throw source.error(.badNumber(operand.text), operand.range)
    }
    let span = number..<number.nextUp
    return (FilterText.value(operand.text), span, span, false)
  }

  private func rank(_ operand: FilterOperand) throws(FilterError) -> Spot<Int> {
    let priorities = context.settings.priorities
    guard let priority = priorities.find(operand.text) else {
      throw unknown("priority", operand, among: priorities.all.flatMap { [$0.code] + $0.aliases })
    }
    let span = priority.rank..<priority.rank + 1
    return (FilterText.value(priority.code), span, span, false)
  }

  private func stretch<Bound: Comparable & Hashable & Sendable>(
    _ item: FilterItem, _ read: (FilterOperand) throws(FilterError) -> Spot<Bound>
  ) throws(FilterError) -> Stretch<Bound> {
    switch item.shape {
    case .single(let operand):
      let spot = try read(operand)
      let range = FilterRange(from: spot.alone.lowerBound, before: spot.alone.upperBound)
      return (spot.text, range, spot.isRelative)
    case .compared(let comparison, let operand):
      let spot = try read(operand)
      let range: FilterRange<Bound> =
        switch comparison {
        case .less: FilterRange(before: spot.span.lowerBound)
        case .atMost: FilterRange(before: spot.span.upperBound)
        case .more: FilterRange(from: spot.span.upperBound)
        case .atLeast: FilterRange(from: spot.span.lowerBound)
        }
      return (comparison.rawValue + spot.text, range, spot.isRelative)
    case .between(let low, let high):
      let (from, to) = (try low.map(read), try high.map(read))
      let range = FilterRange(from: from?.span.lowerBound, before: to?.span.upperBound)
      let isOpen = low == nil && high == nil
      guard !isOpen, !range.isReversed else {
        throw source.error(.badRange(source.string(item.range)), item.range)
      }
      return (
        (from?.text ?? "") + ".." + (to?.text ?? ""), range,
        from?.isRelative == true || to?.isRelative == true
      )
    }
  }
}
