import LeadModel

/// Whose leads a number is about.
package enum Scope: Hashable, Sendable {
  /// Every team, each team's weekdays and slots in its own zone.
  case allTeams
  /// One team, by its position in ``Analysis/teams``.
  case team(Int)
}
