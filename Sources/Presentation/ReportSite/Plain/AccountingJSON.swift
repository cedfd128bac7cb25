import LeadModel

extension Site {
  /// The path of the data-quality page's JSON, relative to the site's folder.
  static let accountingPath = "data/accounting.json"

  /// What it holds beside the schema and the page.
  static let accountingMembers = [
    "only", "skipped_times", "repeated_times", "contradicted_flags", "sources", "rejected_rows",
    "rejected_schedule_rows", "reps_without_shifts", "reps_without_leads", "weeks_without_leads", "remarks",
  ]

  /// What was read, dropped and why, for machines.
  func accountingFile() -> OutputFile {
    let account = Accounting(of: self)
    let bytes = document(.dataQuality) { json in
      json.members(["data"], of: Values.rules.value(of: self))
      json.member("only", intake.isWhole ? nil : analysis.teams[0].name)
      json.member("skipped_times", whole: intake.isWhole ? intake.skippedTimes : nil)
      json.member("repeated_times", whole: intake.isWhole ? intake.repeatedTimes : nil)
      json.member("contradicted_flags", whole: intake.isWhole ? intake.contradictedFlags : nil)
      json.member("sources") { json in
        json.array(intake.isWhole ? account.sources : [], onLines: true) { json, source in
          write(source, &json)
        }
      }
      json.member("rejected_rows") { $0.array(account.rejectedRows, onLines: true, write) }
      json.member("rejected_schedule_rows") { $0.array(account.rejectedShifts, onLines: true, write) }
      let hidden = settings.hidesReps
      json.member("reps_without_shifts") { write(hidden ? [] : account.repsWithoutShifts, &$0) }
      json.member("reps_without_leads") { write(hidden ? [] : account.repsWithoutLeads, &$0) }
      json.member("weeks_without_leads") { json in
        json.array(account.gaps, onLines: true) { json, gap in
          json.object { json in
            json.member("team", gap.team)
            json.member("first", gap.weeks.lowerBound.description)
            json.member("last", gap.weeks.upperBound.description)
          }
        }
      }
      json.member("remarks") { json in
        json.array(account.remarks, onLines: true) { json, remark in
          json.object { json in
            json.member("id", remark.id)
            json.member("severity", "\(remark.severity)")
            json.member("file", remark.place?.file)
            json.member("message", remark.message)
          }
        }
      }
    }
    return OutputFile(path: Site.accountingPath, bytes: bytes)
  }

  private func write(_ source: SourceAccount, _ json: inout JSONWriter) {
    func tally(_ name: StaticString, _ tally: SourceAccount.Tally, _ json: inout JSONWriter) {
      json.member(name) { json in
        json.object { json in
          json.member("rows", tally.rows)
          json.member("leads", tally.leads)
        }
      }
    }
    json.object { json in
      json.member("file", source.name)
      json.member("encoding", source.encoding)
      tally("read", source.read, &json)
      tally("rejected", source.rejected, &json)
      tally("not_eligible", source.notEligible, &json)
      tally("after_cutoff", source.afterCutoff, &json)
      tally("duplicate", source.duplicate, &json)
      tally("counted", source.counted, &json)
      json.member("columns") { json in
        json.array(source.columns) { json, column in
          json.object { json in
            json.member("role", column.role)
            json.member("header", column.header)
            json.member("form", column.form)
          }
        }
      }
    }
  }

  private func write(_ names: [String], _ json: inout JSONWriter) {
    json.array(names) { json, name in json.string(name) }
  }

  private func write(_ json: inout JSONWriter, _ row: RejectedRow) {
    json.object { json in
      json.member("file", row.place.file)
      json.member("line", whole: row.place.line)
      json.member("column", row.place.key)
      json.member("text", row.text)
      json.member("reason", row.reason)
    }
  }
}
