import LeadModel

/// How the values of a time column are read.
enum ColumnForm: Hashable, Sendable {
  /// As points in time.
  case timestamps(TimestampForm)
  /// As how long it took, numbers counting that unit.
  case durations(DurationForm)
}

/// What the evidence of a column came to.
struct FormDecision: Sendable {
  /// How to read it; nil where errors among the diagnostics stand in the way.
  var form: ColumnForm?
  /// The same for people: `ISO 8601, local time`.
  var description: String
  /// Errors, warnings and notes.
  var diagnostics: [Diagnostic]
}

extension FormEvidence {
  /// Decides how a column is read. `role` is `received`, `firstResponse` or `duration`; `sibling` is the evidence
  /// of the other time column of the same file, which was written by the same system and so in the same order.
  func decision(
    role: ColumnRole, map: ColumnMap, mapping: ColumnMapping, file: String, sibling: FormEvidence? = nil
  ) -> FormDecision {
    let subject = FormFact.Subject(
      title: role.title, header: map.header(of: role) ?? "", file: file, mapping: mapping.place,
      timeOfDayKey: role.ofTimeOfDay.flatMap { map[$0] == nil ? $0.rawValue : nil })
    var facts = unseenFacts
    let form =
      role == .duration
        || role == .firstResponse && map[.firstResponseTimeOfDay] == nil
          && meansDurations(sibling, isUnitKnown: map.durationUnit != nil)
      ? durationForm(role, map, mapping, &facts) : timestampForm(role, mapping, sibling, &facts)
    let diagnostics = facts.map { $0.diagnostic(of: subject) }
    let isRefused = diagnostics.hasErrors
    return FormDecision(
      form: isRefused ? nil : form,
      description: form?.description(of: self) ?? "",
      diagnostics: diagnostics)
  }

  /// Decides how a column is read that holds nothing but timestamps. `order` is the declared one.
  func timestampDecision(_ subject: FormFact.Subject, order: DateOrder?) -> FormDecision {
    var facts = unseenFacts
    let form = timestampForm(.firstResponse, ColumnMapping(dateOrder: order), nil, &facts)
    let diagnostics = facts.map { $0.diagnostic(of: subject) }
    return FormDecision(
      form: diagnostics.hasErrors ? nil : form,
      description: form?.description(of: self) ?? "",
      diagnostics: diagnostics)
  }

  private var unseenFacts: [FormFact] { unseen.map { [.unseen($0.character, line: $0.line)] } ?? [] }

  /// Whether a first response says how long it took. Days of a spreadsheet are also plain numbers: they are
  /// times only where nothing else in the column is a duration.
  private func meansDurations(_ sibling: FormEvidence?, isUnitKnown: Bool) -> Bool {
    let serials = styles[.serial, default: 0]
    if durations == 0 {
      if !isUnitKnown, mayBeDays(beside: sibling) { return false }
      // All of them between 18,264 and 73,050: durations all the same if nothing was received in that form.
      return serials > 0 && serials == timestamps && (sibling?.styles[.serial] ?? 0) == 0
    }
    return durations + serials > timestamps - serials
  }

  private func durationForm(
    _ role: ColumnRole, _ map: ColumnMap, _ mapping: ColumnMapping, _ facts: inout [FormFact]
  ) -> ColumnForm? {
    // Numbers that might be times elsewhere are durations here.
    let needsUnit = unitDurations < durations + styles[.serial, default: 0] + styles[.epoch, default: 0]
    let unit = map.durationUnit
    guard unit != nil || !needsUnit else {
      facts.append(.unknownUnit(example: examples.number ?? FormExample("")))
      return nil
    }
    if role == .firstResponse {
      facts.append(
        .durations(
          needsUnit ? unit : nil, example: examples.duration ?? examples.number ?? FormExample("")))
    }
    if role == .firstResponse, unit == nil, map.clockUnit == nil, mayBeTimesOfDay {
      facts.append(.openClocks(dayClocks, example: examples.duration ?? FormExample("")))
    }
    let mark = mapping.decimalMark ?? decimalMark
    if openMarks > 0, mark == nil {
      facts.append(.undecidedMark(openMarks, openMark, example: examples.openMark ?? FormExample("")))
    }
    if shortClocks > 0, map.clockUnit == nil {
      facts.append(.unknownClock(shortClocks, example: examples.shortClock ?? FormExample("")))
    }
    return .durations(DurationForm(unit: unit, decimalMark: mark, clockUnit: map.clockUnit))
  }

  private func timestampForm(
    _ role: ColumnRole, _ mapping: ColumnMapping, _ sibling: FormEvidence?, _ facts: inout [FormFact]
  ) -> ColumnForm? {
    let seen = timestamps
    let style = dominantStyle
    var form = TimestampForm(
      style, separator: (style == .yearLast ? usualMark : yearFirstMark ?? .dash).rawValue,
      allowsDateOnly: mapping.allowsDateOnly, allowsShortYears: mapping.dateOrder != nil)
    form.allowsCounts = openNumbers > 0 && (areCounts || sibling?.areCounts == true)
    form.orders = decidedOrders(role, mapping, sibling, &facts)
    if mapping.dateOrder == nil {
      for mark in DateMark.allCases where orders[mark].shortYears > 0 {
        let (own, order) = (orders[mark], shortYearOrder(mark, beside: sibling))
        let example = own.shortYearExample ?? FormExample("")
        if order != nil { form.allowsShortYears[mark] = true }
        facts.append(
          order.map { .shortYears($0, example: example) }
            ?? .openYears(own.shortYears, own.choices, example: example))
      }
    }
    if datesOnly == seen, seen > 0, !mapping.allowsDateOnly {
      let example = examples.dateOnly ?? FormExample("")
      let areDays = role == .firstResponse && sibling?.styles[.serial] == nil && mayBeDays(beside: sibling)
      facts.append(areDays ? .daysOnly(example: example) : .datesOnly(example: example))
    } else if datesOnly > 0, mapping.allowsDateOnly, role == .firstResponse {
      facts.append(.answersAtMidnight(example: examples.dateOnly ?? FormExample("")))
    } else if midnights == seen, seen > durations + unreadable {
      facts.append(.allMidnight)
    }
    let shown = Set(DateMark.allCases.filter { orders[$0].dates > 0 }.map { form.orders[$0] })
    let forms = styles.count + max(shown.count - 1, 0)
    if forms > 1 { facts.append(.mixedStyles(forms)) }
    return .timestamps(form)
  }

  /// The most frequent family; the first of equals.
  private var dominantStyle: TimestampForm.Style {
    TimestampForm.Style.allCases.reduce(.yearFirst) { best, style in
      styles[style, default: 0] > styles[best, default: 0] ? style : best
    }
  }

  /// What most dates with the year last have between their numbers; the first of equals.
  private var usualMark: DateMark {
    DateMark.allCases.reduce(.slash) { orders[$1].dates > orders[$0].dates ? $1 : $0 }
  }

  private func decidedOrders(
    _ role: ColumnRole, _ mapping: ColumnMapping, _ sibling: FormEvidence?, _ facts: inout [FormFact]
  ) -> ByMark<DateOrder?> {
    if let declared = mapping.dateOrder { return ByMark(declared) }
    // A mark that was not seen so far is not decided: the first date with it has all rows looked at.
    var decided = ByMark<DateOrder?>(nil)
    for mark in DateMark.allCases where orders[mark].dates > 0 {
      decided[mark] = decidedOrder(mark, role, sibling, &facts)
    }
    return decided
  }

  /// The order of dates with a mark: what they show themselves, or those with it in the file's other time column, or
  /// the column's others, or all of that other column; nil where nothing does, or they contradict each other. Where years
  /// of two digits are open, nothing is said of days and months.
  private func decidedOrder(
    _ mark: DateMark, _ role: ColumnRole, _ sibling: FormEvidence?, _ facts: inout [FormFact]
  ) -> DateOrder? {
    let own = orders[mark]
    if shortYearOrder(mark, beside: sibling) == .yearFirst { return .yearFirst }
    if own.isMixed {
      facts.append(
        .mixedOrder(
          own.order, monthFirst: own.monthFirst, example: own.monthFirstExample ?? FormExample(""),
          dayFirst: own.dayFirst, otherExample: own.dayFirstExample ?? FormExample("")))
      return own.order
    }
    if let order = own.order {
      if role == .firstResponse, let other = sibling?.orders[mark].order, other != order {
        let example = order == .monthFirst ? own.monthFirstExample : own.dayFirstExample
        facts.append(.orderUnlikeSibling(order, example: example ?? FormExample("")))
      }
      return order
    }
    let others = sibling?.orders[mark]
    let found = (others?.isMixed == true ? nil : others?.order) ?? order ?? sibling?.lentOrder
    if own.either == 0 { return found ?? .monthFirst }
    if let found {
      facts.append(.orderOfOthers(found, example: own.eitherExample ?? FormExample("")))
      return found
    }
    if own.shortYears > 0 { return nil }
    facts.append(.undecidedOrder(own.either, example: own.eitherExample ?? FormExample("")))
    return nil
  }

  /// The order that the dates of a file's other time column show; nil where they show none without contradiction.
  private var lentOrder: DateOrder? { DateMark.allCases.contains { orders[$0].isMixed } ? nil : order }
}
