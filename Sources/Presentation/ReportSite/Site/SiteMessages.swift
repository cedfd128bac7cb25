import LeadModel
import Narrative

/// What making a site has to say, in words.
extension Diagnostic {
  /// A template that every site needs is not there.
  static func missingTemplate(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "template-missing", at: Place(file: path), "there is no such template",
      remedy: "Restore the file, or leave the folder out to use the built-in one.")
  }
  /// A file that nobody asks for is called as a template is, or nearly; `meant` is that template's path.
  static func unusedTemplate(_ path: String, meant: String?) -> Diagnostic {
    Diagnostic(
      .warning, "template-unused", at: Place(file: path),
      "no page is made from this template and none takes it in"
        + (meant.map { " (did you mean '\($0)'?)" } ?? ""),
      remedy: "Templates go by their paths in the folder: name it as the built-in one is, or remove it.")
  }

  /// Something in a folder of templates is called as they are, and is none.
  static func unreadTemplate(_ path: String, found: SiteTemplates.Unread) -> Diagnostic {
    switch found {
    case .folder:
      Diagnostic(
        .warning, "template-unused", at: Place(file: path), "it is a folder, expected a file with a template",
        remedy: "Rename the folder, or put a file in its place.")
    case .ending(let ending, let meant):
      Diagnostic(
        .warning, "template-unused", at: Place(file: path),
        "no template is read from a file that ends in '.\(ending)', expected '.\(meant)'",
        remedy: "Rename the file, or remove it.")
    }
  }

  /// A link of an author leads nowhere on a page, of which `address` is what the link is there. `meant` is the page or file
  /// that was probably meant, as the page may link to it, and `value` one that leads there from every page.
  static func deadLink(
    _ link: NarrativeLink, _ address: String, on page: String, meant: String?, value: String?
  ) -> Diagnostic {
    let there = address == link.written ? "" : ", where it is '\(address)'"
    let remedy =
      if let value { "Write {{\(value)}}, which is right on every page." } else if meant != nil {
        "Write the address relative to the page, with the name of the file."
      } else {
        "Name a page or a file of the site by its address relative to the page."
      }
    return Diagnostic(
      .warning, "link-dead", at: link.place,
      "the link to '\(link.written)' leads nowhere on \(page)\(there)"
        + (meant.map { " (did you mean '\($0)'?)" } ?? ""),
      remedy: remedy)
  }
  /// The same where the page is there, and not the place in it.
  static func deadPlace(_ link: NarrativeLink, _ place: String, on page: String, known: [String])
    -> Diagnostic
  {
    Diagnostic(
      .warning, "link-dead", at: link.place,
      "the link to '\(link.written)' on \(page) leads to no part of a page"
        + (suggestion(for: place, among: known).map { " (did you mean '#\($0)'?)" } ?? ""),
      remedy: "Parts of that page may be \(enumeration(of: known.map { "#\($0)" })).")
  }

  /// Rows of a file have no fate, or more than one.
  static func unbalanced(_ source: SourceAccount) -> Diagnostic {
    Diagnostic(
      .error, "accounting-unbalanced", at: Place(file: source.name),
      "the \(source.read.rows) rows read are not the sum of the rejected, dropped and counted ones",
      remedy: "Please report this: no number of such a site could be trusted.")
  }
  /// The pages would tell of other leads than were counted.
  static func unbalanced(_ told: Int, of counted: Int) -> Diagnostic {
    Diagnostic(
      .error, "accounting-unbalanced", at: nil,
      "the pages would tell of \(told) leads, and not of the \(counted) that were counted",
      remedy: "Please report this: no number of such a site could be trusted.")
  }

  /// A target is set for a team that no lead has.
  static func unknownTarget(of team: String, teams: [String], at place: Place?) -> Diagnostic {
    let near = suggestion(for: team, among: teams).map { " (did you mean ‘\($0)’?)" } ?? ""
    let known = enumeration(of: teams.map { "‘\($0)’" }, limit: 5)
    return Diagnostic(
      .warning, "target-team-unknown", at: place,
      "a target is set for the team ‘\(team)’, which has no leads\(near)",
      remedy: "Correct the name under `targets`; the teams are \(known).")
  }

  /// An event is of a day before or after all leads.
  static func eventOutside(_ event: Event, data: ClosedRange<CivilDate>) -> Diagnostic {
    Diagnostic(
      .note, "event-outside-data", at: nil,
      "the event ‘\(event.text)’ of \(event.date) is outside the data, which are of \(data.lowerBound) to "
        + "\(data.upperBound): nothing can be compared",
      remedy: "Correct its date under `events`, or leave it until there are leads.")
  }

  /// Two files want the same path, in whatever case of letters.
  static func addressTaken(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "address-taken", at: nil, "two files of the site have the address \(path)",
      remedy: "Please report this: addresses are made so that it cannot happen.")
  }
}
