import CScan
import LeadModel

/// Whose lead a row is.
struct Owner {
  /// Not negative.
  let bits: Int64

  /// The number of the team, and the position of the set of attributes among the team's.
  init(team: Int, set: Int) { bits = Int64(team &<< 32 | set) }
  init(bits: Int64) { self.bits = bits }

  @inline(__always) var team: Int { Int(truncatingIfNeeded: bits &>> 32) }
  @inline(__always) var set: Int { Int(truncatingIfNeeded: bits & 0xFFFF_FFFF) }
}

extension Segment {
  /// Takes the owner of each row.
  mutating func findOwners(_ window: Window, _ index: borrowing RowIndex, _ plan: SourcePlan) {
    let width = plan.header.count
    let table = unsafe cscan_table(
      window: window.base, ends: index.ends, rows: Int64(index.rowCount), width: Int64(width))
    var unknown = unsafe combinations.find(table, to: batch.owners)
    var row = 0
    while unknown > 0 {
      if unsafe batch.owners[row] < 0 {
        unknown -= 1
        if let owner = owner(of: row, window, index, plan) {
          unsafe batch.owners[row] = owner.bits
          unsafe combinations.add(owner.bits, row: row, of: table)
        }
      }
      row += 1
    }
  }

  /// The owner of a row by its names one by one; nil where one was never seen, or the set does not fit into a packed
  /// lead.
  private func owner(of row: Int, _ window: Window, _ index: borrowing RowIndex, _ plan: SourcePlan) -> Owner?
  {
    func number(_ column: Int, _ index: borrowing RowIndex, _ names: borrowing NameIndex) -> Int32? {
      column < 0 ? -1 : names.known(ColumnFields(window, index, column, width: plan.header.count)[row])
    }
    let columns = plan.columns
    guard let team = number(columns.team, index, teamNames), let rep = number(columns.rep, index, reps),
      let channel = number(columns.channel, index, channels),
      let manager = number(columns.manager, index, managers),
      let source = number(columns.source, index, sources),
      let outcome = number(columns.outcome, index, outcomes)
    else { return nil }
    var set = Attributes()
    (set.rep, set.channel, set.manager, set.source, set.outcome) = (rep, channel, manager, source, outcome)
    let position = attributes.find(set, team: Int(team) + 1)
    return 0..<PackedLead.attributeLimit ~= position ? Owner(team: Int(team) + 1, set: position) : nil
  }
}
