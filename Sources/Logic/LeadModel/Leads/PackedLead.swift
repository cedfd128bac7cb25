/// One row's lead in eight bytes: all that metrics need to know besides its team and week.
///
///     bits  0–31  response: whole seconds, a special code, or the position in the table's spills
///     bits 32–46  attributes: a position in the team's list of them
///     bits 47–49  pending: for how many of the highest thresholds it is too young
///     bits 50–63  the local minute of the ISO week in which it was received, 0–10,079; all ones: removed
///
/// Whatever does not fit (fractions of a second, weights other than 1, more than 32,767 sets of attributes)
/// is spilled whole, so nothing is lost and usual exports stay at eight bytes a lead.
package struct PackedLead: Hashable, Comparable, Sendable {
  /// The layout above.
  package var bits: UInt64

  /// A lead from its bits.
  @inlinable package init(bits: UInt64) { self.bits = bits }

  /// A lead that needs no spill. `code` is seconds or one of the codes of this type.
  @inlinable package init(minuteOfWeek: Int, attributes: Int, code: UInt32) {
    bits =
      UInt64(truncatingIfNeeded: minuteOfWeek) &<< 50 | UInt64(truncatingIfNeeded: attributes) &<< 32
      | UInt64(code)
  }

  /// No first response: never contacted.
  @inlinable package static var never: UInt32 { 0x7FFF_FFF0 }
  /// First response before received, and not forgiven: contacted, but of no use for response times.
  @inlinable package static var anomaly: UInt32 { 0x7FFF_FFF1 }
  /// Said by a flag to be contacted within the headline threshold, with no response time.
  @inlinable package static var flagged: UInt32 { 0x7FFF_FFF2 }
  /// Seconds below this are response times.
  @inlinable package static var firstCode: UInt32 { 0x7FFF_FFF0 }
  /// Attribute positions that fit are below this.
  @inlinable package static var attributeLimit: Int { 1 &<< 15 }

  /// Seconds of response time, a code, or with the highest bit set the position of a spill.
  @inlinable package var code: UInt32 { UInt32(truncatingIfNeeded: bits) }
  /// The position of the spill that holds response, attributes and weight; nil where there is none.
  @inlinable package var spill: Int? {
    code & 0x8000_0000 == 0 ? nil : Int(code & 0x7FFF_FFFF)
  }
  /// The position in the team's attributes; meaningless where there is a spill.
  @inlinable package var attributes: Int { Int(truncatingIfNeeded: bits &>> 32) & 0x7FFF }
  /// For how many thresholds, from the highest down, the lead is too young to be judged.
  @inlinable package var pendingCount: Int {
    get { Int(truncatingIfNeeded: bits &>> 47) & 7 }
    set { bits = bits & ~(7 &<< 47) | UInt64(newValue & 7) &<< 47 }
  }
  /// Minutes since Monday 00:00, local, 0–10,079.
  @inlinable package var minuteOfWeek: Int { Int(truncatingIfNeeded: bits &>> 50) }
  /// A later row replaced it: it counts nowhere.
  @inlinable package var isRemoved: Bool { bits &>> 50 == 0x3FFF }
  /// Marks it as replaced.
  @inlinable package mutating func remove() { bits |= 0x3FFF &<< 50 }

  /// By minute of the week, removed ones last.
  @inlinable package static func < (left: PackedLead, right: PackedLead) -> Bool { left.bits < right.bits }
}

/// What a packed lead has no room for.
package struct Spill: Hashable, Sendable {
  /// The response in full.
  package var response: Response
  /// The position in the team's attributes.
  package var attributes: Int
  /// How many identical leads the row stands for, 0 or more.
  package var weight: Int

  /// A spilled row.
  package init(response: Response, attributes: Int, weight: Int) {
    self.response = response
    self.attributes = attributes
    self.weight = weight
  }
}

/// How, and when, a lead was answered.
package enum Response: Hashable, Sendable {
  /// Never contacted.
  case never
  /// Answered after that many microseconds, 0 or more.
  case after(Int64)
  /// The first response is before the receipt.
  case anomaly
  /// Answered within the headline threshold, as a flag says; how fast is not known.
  case flagged
}
