/// The numbers of a map as an HTML table: a row per column of the map, a column per row of it.
///
/// Hours go down and days across, as a phone wants it. With the map's colour classes on its cells, the table
/// *is* the map on a narrow screen (``Stylesheet`` hides the drawing there), and elsewhere a quiet table.
/// One set of markup serves both, and readers of screens too.
package struct HeatmapTable: Sendable {
  /// The same value that the map is drawn from.
  var map: HeatmapSpec
  /// What the table holds, for those who hear it.
  var caption: String
  /// What cells are called that links lead to, by their positions in the map; of letters, digits and hyphens.
  var anchors: [Int: String]

  /// The table of a map.
  package init(_ map: HeatmapSpec, caption: String, anchors: [Int: String] = [:]) {
    self.map = map
    self.caption = caption
    self.anchors = anchors
  }
}
