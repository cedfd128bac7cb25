import LeadModel

/// Ranges of weeks can be walked through.
extension ISOWeek: Strideable {
  package func distance(to other: ISOWeek) -> Int { other.index - index }
  package func advanced(by count: Int) -> ISOWeek { ISOWeek(index: index + count) }
}
