/// The colours of the percent scale. The other scales have the same colours in every palette.
package enum Palette: String, Hashable, Sendable, CaseIterable {
  /// Vermilion over yellow to bluish green; told apart under all three colour-vision deficiencies.
  case traffic
  /// Red over yellow to green.
  case classic
  /// Orange over sand to blue.
  case blueOrange = "blue-orange"
  /// Greys.
  case mono
}
