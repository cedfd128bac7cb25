import LeadIngest
import LeadModel
import Yams

/// One entry of `schedule:`: files, and what their columns are called where that is not usual.
struct ScheduleInput: Hashable, Sendable {
  /// A file or a glob.
  var path: String
  var mapping = ScheduleMapping()

  /// Files whose columns have usual names.
  init(path: String) { self.path = path }

  /// An entry of the configuration: a path, or a mapping with `path` and `columns`.
  init?(_ node: Node, index: Int, folder: String, reader: inout MappingReader) {
    let key = "schedule[\(index)]"
    mapping.place = reader.place(of: node, key: key)
    if node.scalar != nil {
      guard let path = reader.path(node, key, in: folder) else { return nil }
      self.path = path
      return
    }
    var entry = MappingReader(node, file: reader.file, path: key)
    let path = entry.path("path", in: folder)
    mapping.headers = entry.headers()
    entry.finish()
    if path == nil, entry.diagnostics.isEmpty {
      _ = entry.reportMissing("path", "the path of a schedule", in: node) as String?
    }
    reader.take(entry)
    // By half of what was said about its columns it would be misread.
    guard let path, entry.diagnostics.isEmpty else { return nil }
    self.path = path
  }
}
