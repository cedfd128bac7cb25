import LeadIngest
import LeadModel

extension LeadSource {
  /// The exports that an entry of the configuration names, opened, in the order of the bytes of their paths.
  ///
  /// Throws what cannot be found, opened or started, all of it at once.
  static func all(of input: LeadInput, zone: ZoneRules?) throws(Failure) -> [LeadSource] {
    var columns = input.reading.columns
    columns.place = input.place
    switch input.origin {
    case .path(let pattern):
      let paths = InputFiles.matching(pattern)
      if paths.isEmpty {
        throw Failure([ConfigurationFact.noMatch(pattern: pattern, what: "lead").at(input.place)])
      }
      var (sources, problems) = ([LeadSource](), [Diagnostic]())
      for path in paths {
        do throws(Failure) {
          let name = path.split(separator: "/").last.map(String.init) ?? path
          sources.append(
            LeadSource(
              name: path, siteName: name, bytes: try content(of: path), columns: columns, zone: zone,
              teamPattern: input.reading.teamPattern))
        } catch {
          problems += error.diagnostics
        }
      }
      if !problems.isEmpty { throw Failure(problems) }
      return sources
    case .command(let command):
      let running = try command.start(at: input.place)
      return [
        LeadSource(
          name: command.name, siteName: command.name,
          bytes: .blocks { () throws(Failure) in try running.next() }, columns: columns, zone: zone,
          teamPattern: input.reading.teamPattern)
      ]
    }
  }

  /// A file as it stands, or unpacked where it is an archive of gzip.
  private static func content(of path: String) throws(Failure) -> ByteSource {
    let bytes = try InputFiles.bytes(of: path, what: "lead export")
    guard Gunzip.isPacked(bytes) else { return .bytes(bytes) }
    let archive = Gunzip(bytes, path: path)
    return .blocks { () throws(Failure) in try archive.next() }
  }
}
