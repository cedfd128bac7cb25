import LeadIngest
import LeadModel

/// A file or the output of a command, opened.
struct OpenedInput {
  /// For diagnostics: the path as given, or the command's name.
  var name: String
  /// What no other source is called: the path, or the command's name with its place. See ``siteNames(_:)``.
  var fullName: String
  var bytes: ByteSource

  /// What an origin names, in the order of the bytes of the paths. `what` names its part in messages: `lead export`.
  ///
  /// What cannot be found, opened or started is told to the log; `leftOut` are paths that are not to be opened. What is
  /// started is noted among the commands.
  static func all(
    of origin: Origin, what: String, at place: Place, without leftOut: Set<String> = [],
    _ log: inout DiagnosticLog, _ commands: inout [RunningCommand]
  ) -> [OpenedInput] {
    switch origin {
    case .path(let pattern):
      return InputFiles.named(pattern, what: what, at: place, &log).compactMap { path in
        if leftOut.contains(path) { return nil }
        return log.attempt { () throws(Failure) in
          OpenedInput(name: path, fullName: path, bytes: try content(of: path, what: what))
        }
      }
    case .command(let command):
      // Nobody should wait for a query only to be told of a slip of the pen.
      guard !log.diagnostics.hasErrors else {
        log.diagnostics.append(CommandFact.notRun(command).at(place))
        return []
      }
      let running = log.attempt { () throws(Failure) in try command.start(at: place) }
      guard let running else { return [] }
      commands.append(running)
      return [
        OpenedInput(
          name: command.name, fullName: command.fullName(at: place),
          bytes: .blocks { () throws(Failure) in try running.next() })
      ]
    }
  }

  /// A file as it stands, or unpacked where it is an archive of gzip.
  private static func content(of path: String, what: String) throws(Failure) -> ByteSource {
    let bytes = try InputFiles.bytes(of: path, what: what + " file")
    guard Gunzip.isPacked(bytes) else { return .bytes(bytes) }
    return .repeatable {
      let archive = Gunzip(bytes, path: path)
      return { () throws(Failure) in try archive.next() }
    }
  }
}

extension LeadSource {
  /// The exports that an entry of the configuration names but those left out, whose activities are those at that
  /// position.
  static func all(
    of input: LeadInput, without leftOut: Set<String>, zone: ZoneRules?, activities: Int?,
    _ log: inout DiagnosticLog, _ commands: inout [RunningCommand]
  ) -> [LeadSource] {
    var columns = input.reading.columns
    columns.place = input.place
    return OpenedInput.all(
      of: input.origin, what: "lead", at: input.place, without: leftOut, &log, &commands
    ).map { file in
      LeadSource(
        name: file.name, siteName: file.fullName, bytes: file.bytes,
        encoding: input.reading.encoding, columns: columns, zone: zone,
        teamPattern: input.reading.teamPattern, activities: activities)
    }
  }
}

extension ActivitySource {
  /// The activities that an entry of the configuration names, but those in files that are left out.
  init(
    _ input: ActivityInput, without leftOut: Set<String>, zone: ZoneRules?, _ log: inout DiagnosticLog,
    _ commands: inout [RunningCommand]
  ) {
    let files = OpenedInput.all(
      of: input.origin, what: "activities", at: input.place, without: leftOut, &log, &commands)
    self.init(
      files: files.map { File(name: $0.name, siteName: $0.fullName, bytes: $0.bytes) },
      mapping: input.mapping,
      zone: zone)
  }
}
