import LeadIngest
import LeadModel
import Yams

/// What an entry of `leads:` names as `activities:`, or one of several: where the first responses of its leads are.
struct ActivityInput: Hashable, Sendable {
  var origin: Origin
  /// The zone of their times that carry no offset; nil for that of the leads.
  var timezone: String?
  var mapping = ActivityMapping()
  /// Where it is written, with its key `leads[0].activities`, or `leads[0].activities[1]` in a list.
  var place: Place

  /// A path, or a mapping with `path`, `command` or `postgresql` and what is particular to the rows. What it does not
  /// say is taken from `reading`, that of the leads. `key` is that of the node in the mapping of `reader`.
  init?(
    _ node: Node, key: String, folder: String, leads reading: LeadInput.Reading, reader: inout MappingReader
  ) {
    place = reader.place(of: node, key: "\(reader.path).\(key)")
    mapping.place = place
    mapping.dateOrder = reading.columns.dateOrder
    mapping.encoding = reading.encoding
    timezone = reading.timezone
    if node.scalar != nil {
      guard let path = reader.path(node, key, in: folder) else { return nil }
      origin = .path(path)
      return
    }
    var entry = MappingReader(node, file: reader.file, path: "\(reader.path).\(key)")
    let origins = entry.origins(folder: folder)
    timezone = entry.text("timezone") ?? timezone
    mapping.dateOrder = entry.choice("date_order") ?? mapping.dateOrder
    mapping.encoding = entry.encoding("encoding") ?? mapping.encoding
    mapping.types = entry.texts("types")
    mapping.channels = entry.texts("channels")
    mapping.headers = entry.headers()
    entry.finish(origins, at: place)
    reader.take(entry)
    guard let origin = origins.first else { return nil }
    self.origin = origin
  }
}
