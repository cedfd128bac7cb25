import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

// Within a team: its managers, channels and sources, its reps' weeks, and how leads ended.

extension PageMaps {
  /// The leads by everything but the rep that the export says of them, and how they ended; nothing where it
  /// says nothing.
  func writeWithin(to writer: inout MarkupWriter) {
    let tables = [Role.manager, .channel, .source].compactMap { BreakdownTable(told, by: $0) }
    let conversion = told.details.conversion.value
    if tables.isEmpty && conversion == nil { return }
    writer.element("div", .class("two"), .id(.within)) { writer in
      for table in tables { writer.element("section") { table.write(to: &$0) } }
      if let conversion {
        writer.element("section") {
          ConversionTable(conversion: conversion, rules: told.rules).write(to: &$0)
        }
      }
    }
  }

  /// The week of each of the reps who answered most; nothing where people are left out or not named.
  func writeReps(to writer: inout MarkupWriter) { RepMultiples(told, window: window).write(to: &writer) }
}
