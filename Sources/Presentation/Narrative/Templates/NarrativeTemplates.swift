import LeadModel

/// The narrative templates of a site, read once and rendered for every page.
package struct NarrativeTemplates: Sendable {
  /// Reads templates from texts by their paths below `Templates`, such as `narrative/team-week.md`. Files
  /// outside `narrative/` or not ending in `.md` are left alone. What is wrong in them is told by `check`.
  package init(files: [String: String]) {}

  /// Everything wrong in the template of a page and in the partials it takes in.
  ///
  /// - Parameters:
  ///   - page: its name, which is that of its file: `team-week` for `narrative/team-week.md`.
  ///   - schema: the values of that page, an object.
  ///   - blocks: the names of the maps, tables and charts that the page can place: `map.rate`.
  package func check(_ page: String, schema: Schema, blocks: Set<String>) -> [Diagnostic] { [] }

  /// The names of the blocks that the template of a page, or a partial of it, may place.
  package func blocks(of page: String) -> Set<String> { [] }

  /// The commentary of a page as HTML, UTF-8. Throws what `check` would report as an error.
  ///
  /// - Parameters:
  ///   - values: an object after the schema that the page was checked with.
  ///   - blocks: HTML, UTF-8, for every name in ``blocks(of:)``.
  package func render(_ page: String, values: Value, blocks: [String: [UInt8]]) throws(Failure) -> [UInt8] {
    []
  }
}
