import LeadModel

extension NarrativeFault {
  /// The fault in words.
  var diagnostic: Diagnostic {
    switch fact {
    case .unclosedTag:
      error("tag-unclosed", "'{{' without '}}' on the same line", "Close the tag on its line.")
    case .unsupportedTag(let tag):
      error(
        "tag-unsupported", "narratives have no tag such as '\(tag)'",
        "There are {{value}}, {{#section}}, {{^section}}, {{/section}}, {{> partial}} and {{! comment}}.")
    case .malformedName(""):
      error("tag-malformed", "a tag without a name", "Write a name into it, or take it out.")
    case .malformedName(let name):
      error(
        "tag-malformed", "'\(name)' cannot be a name",
        "Names have letters, digits, '_' and '-'; their parts are joined by full stops, those of partials by slashes."
      )
    case .unclosedSection(let name):
      error("section-unclosed", "section '\(name)' is not closed", "Close it by {{/\(name)}}.")
    case .notOpened(let name, let open?):
      error(
        "section-mismatched", "{{/\(name)}} closes nothing: the open section is '\(open)'",
        "Close it first by {{/\(open)}}, or correct one of the names.")
    case .notOpened(let name, nil):
      error(
        "section-mismatched", "{{/\(name)}} closes nothing: no section is open",
        "Open it before by {{#\(name)}}, or take the tag out.")
    case .tooDeep:
      error(
        "template-too-deep", "more than \(TemplateNode.depthLimit) sections or partials inside each other",
        "Take some of them out.")

    case .unknownValue(let name, let meant):
      error(
        "value-unknown", "unknown value '\(name)'\(question(meant))",
        "'leadheat values' lists the values of every page.")
    case .unknownForm(let name, let of, let meant):
      error(
        "form-unknown", "'\(of)' has no form '\(name)'\(question(meant))",
        "'leadheat values' lists the forms of every value.")
    case .unknownComparison(let name, let of, let meant):
      error(
        "comparison-unknown", "'\(of)' cannot be compared by '\(name)'\(question(meant))",
        "Comparisons are \(Comparison.examples.joined(separator: ", ")), with any number in place of 5; 0_5 is a half."
      )
    case .valueOfItems(let name, let list):
      error(
        "value-unknown", "'\(name)' is a value of every item of the list '\(list)', and not of the list",
        "Write {{#\(list)}}{{\(name)}}{{/\(list)}}; of the first item alone "
          + "{{#\(list).first}}{{\(name)}}{{/\(list).first}}.")
    case .unknownBlock(let name, let meant):
      error(
        "block-unknown", "unknown block '\(name)'\(question(meant))",
        "Use a block of the page's built-in template, which 'leadheat init --templates' writes.")
    case .missingPartial(let name, let meant):
      error(
        "partial-missing", "no partial 'narrative/\(name).md'\(question(meant))",
        "Make the file, or correct the name.")
    case .partialInFrame(let name):
      error(
        "partial-missing", "the frame of pages takes in no partials, found '{{> \(name)}}'",
        "Write its text here; only narratives take in others.")
    case .missingTemplate(let meant):
      error(
        "template-missing", "there is no such template\(question(meant))",
        "Restore the file, or leave the folder out to use the built-in one.")
    case .unusedTemplate(let meant):
      warning(
        "template-unused", "no page is made from this template and none takes it in\(question(meant))",
        "Rename the file, or remove it.")
    case .recursion(let names):
      error(
        "partial-recursive", "partials that take each other in: \(names.joined(separator: " → "))",
        "Take one of them out.")

    case .missingValue(let name):
      error(
        "value-missing", "'{{\(name)}}' stands nowhere, and pages would be empty",
        "Put it where the page itself is to stand.")
    case .noText(let name, let kind, let parts):
      error(
        "value-without-text", "'\(name)' is \(kind) and has no text",
        parts.isEmpty
          ? "Use it as a section: {{#\(name)}} … {{/\(name)}}."
          : "Name what is in it: \(enumeration(of: parts.map { "{{\($0)}}" }, limit: 5)).")
    case .mayBeAbsent(let name, let section):
      error(
        "value-may-be-absent", "'\(name)' may be absent",
        "Use it inside {{#\(section)}} … {{/\(section)}}, and say in {{^\(section)}} what holds without it.")
    case .blockAsSection(let name):
      error(
        "block-misplaced", "block '\(name)' is not a value and opens no section",
        "Write {{\(name)}} on a line of its own.")
    case .blockInText(let name):
      error("block-misplaced", "block '\(name)' stands in running text", "Give it a line of its own.")

    case .rawHTML(let source):
      warning("html-dropped", "HTML is left out: \(source)", "Write it in Markdown.")
    case .unsafeLink(let address):
      warning(
        "link-dropped", "the link to '\(address)' is left out",
        "Links lead to pages of the site, or to http:, https: and mailto: addresses.")
    case .image(let address):
      warning(
        "image-dropped", "the image '\(address)' is left out",
        "No page loads anything that the build did not make.")
    case .linkFromRoot(let address):
      warning(
        "link-dead",
        "the link to '\(address)' leads to the root of the server, of which the site may be a part",
        "Write the address relative to the page, or use a value such as {{link.home}}.")
    case .unsupported(let kind): unsupported(kind)
    }
  }

  private func unsupported(_ kind: UnsupportedMarkdown) -> Diagnostic {
    switch kind {
    case .frontMatter:
      warning(
        "markdown-unsupported", "CommonMark has no front matter: it stays text",
        "Take it out; notes for those who write stand in {{! … }}.")
    case .table:
      warning(
        "markdown-unsupported", "CommonMark has no tables: the lines with '|' stay text",
        "Write a list, or place one of the page's own tables, such as {{table.worst}}, alone on its line.")
    case .strikethrough:
      warning(
        "markdown-unsupported", "CommonMark strikes nothing out: '~~' stays text",
        "Take it out, or write *…*.")
    case .task:
      warning(
        "markdown-unsupported", "CommonMark has no boxes to tick: the brackets stay text",
        "Take them out: the rest is an item of a list.")
    case .footnote(let note):
      warning(
        "markdown-unsupported", "CommonMark has no footnotes: '\(note)' stays text",
        "Write the note where it belongs, or as a paragraph of its own.")
    case .reference(let label):
      warning(
        "markdown-unsupported", "no address is defined for '[\(label)]': the link stays text",
        "Define it by '[\(label)]: address' on a line of its own, or write '[text](address)'.")
    case .address:
      warning(
        "markdown-unsupported", "'](' begins no address: the link stays text",
        "Write the address in one piece, each blank in it as %20, and close it by ')'.")
    }
  }

  private func error(_ id: String, _ message: String, _ remedy: String? = nil) -> Diagnostic {
    Diagnostic(.error, id, at: place, message, remedy: remedy)
  }

  private func warning(_ id: String, _ message: String, _ remedy: String? = nil) -> Diagnostic {
    Diagnostic(.warning, id, at: place, message, remedy: remedy)
  }

  private func question(_ meant: String?) -> String { meant.map { " (did you mean '\($0)'?)" } ?? "" }
}
