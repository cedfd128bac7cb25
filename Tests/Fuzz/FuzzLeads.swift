import LeadModel

@testable import LeadIngest

/// Whatever a file holds, reading it ends in a failure that says something or in an account that adds up; and the
/// way it is read (windows, blocks, threads) does not change what comes out.
///
/// The first four bytes choose the options, the way and whether the header is given, the others are the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 4 else { return 0 }
  let choices = UnsafeBufferPointer(start: start, count: 4)
  // A file without a header is searched for one and goes no farther: half of the runs begin behind it.
  let header = choices[1] & 4 == 0 ? "" : headers[choices[1] & 8 == 0 ? 0 : 1]
  let file = Array(header.utf8) + UnsafeBufferPointer(start: start + 4, count: count - 4)

  var options = IngestOptions(zoneNamed: { $0 == "UTC" ? utc : nil })
  options.rules.maxRejectedPercent = choices[0] & 1 == 0 ? 100 : 1
  options.rules.duplicates = choices[0] & 2 == 0 ? .last : choices[0] & 64 == 0 ? .keep : .first
  options.rules.pending = choices[0] & 4 == 0 ? .exclude : .count
  options.rules.also = choices[0] & 8 == 0 ? [] : [5, 1_440]
  options.zone = choices[0] & 16 == 0 ? nil : changing
  options.rules.clockSkewSeconds = choices[0] & 32 == 0 ? 0 : 60
  let encodings = TextEncoding.allCases.map(Optional.some) + [nil, nil, nil]
  let encoding = encodings[Int(choices[1] >> 4) % encodings.count]
  let whole = outcome(file, encoding, options, ReadTuning())

  let window = [1, 64, 200, 1 << 15][Int(choices[1] & 3)]
  options.threads = 2
  let splitPoint = Double(choices[2]) / 255
  let parted = outcome(
    file, encoding, options, ReadTuning(windowSize: window, splitSize: 1, splitPoint: splitPoint))
  demand(whole == parted, "in two parts:\n\(whole)\n\(parted)")
  let blocks = outcome(file, encoding, options, ReadTuning(windowSize: window), block: Int(choices[3]) + 1)
  demand(whole == blocks, "in blocks:\n\(whole)\n\(blocks)")
  // What can be read only once is decided about by its beginning.
  let once = outcome(
    file, encoding, options, ReadTuning(windowSize: window), block: Int(choices[3]) + 1, isReadOnce: true)
  demand(whole.rows == once.rows || file.count > 800, "in blocks, once:\n\(whole)\n\(once)")
  return 0
}

/// What reading came to, as far as it must not depend on the way.
private struct Outcome: Equatable {
  var isRead: Bool
  var accounts: [SourceAccount] = []
  var rejected: [RejectedRow] = []
  var diagnostics: [Diagnostic] = []
  var leads: [[String]] = []

  /// Without what a source that is read only once may have to say about itself.
  var rows: Outcome {
    var result = self
    result.diagnostics = []
    for index in result.accounts.indices { result.accounts[index].columns = [] }
    return result
  }
}

private func outcome(
  _ file: [UInt8], _ encoding: TextEncoding?, _ options: IngestOptions, _ tuning: ReadTuning,
  block: Int? = nil, isReadOnce: Bool = false
) -> Outcome {
  let bytes: ByteSource =
    switch block {
    case nil: .bytes(Bytes(file))
    case let size? where isReadOnce: .blocks(blocks(file, size))
    case let size?: .repeatable { blocks(file, size) }
    }
  let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: bytes, encoding: encoding)
  do throws(Failure) {
    let intake = try readLeads([source], options: options, tuning: tuning)
    demand(intake.sources.allSatisfy(\.isBalanced), "the fates of the rows do not add up")
    let table = intake.table
    let filled = table.partitions.enumerated().filter { !$1.isEmpty }
    let leads = filled.map { index, partition in
      ["\(index)"]
        + partition.filter { !$0.isRemoved }
        .map { describe(table.lead($0, team: index / table.weekCount), table.names) }.sorted()
    }
    return Outcome(
      isRead: true, accounts: intake.sources, rejected: intake.rejectedRows, diagnostics: intake.diagnostics,
      leads: leads)
  } catch {
    demand(error.diagnostics.contains { $0.severity == .error }, "a failure without an error")
    return Outcome(isRead: false)
  }
}

/// A lead with its names, whose positions depend on the way.
private func describe(_ lead: Lead, _ names: [Role: [String]]) -> String {
  demand((0..<10_080).contains(lead.minuteOfWeek) && lead.weight >= 0, "a lead out of bounds")
  let named = Role.allCases.map { role in lead.attributes[role].map { names[role]![$0] } ?? "" }
  return "\(lead.minuteOfWeek) \(lead.response) \(lead.weight) \(lead.pendingCount) \(named)"
}

private func blocks(_ bytes: [UInt8], _ size: Int) -> ByteSource.Pull {
  final class Cursor: @unchecked Sendable { var position = 0 }
  let cursor = Cursor()
  return { () throws(Failure) in
    guard cursor.position < bytes.count else { return nil }
    defer { cursor.position += size }
    return Array(bytes[cursor.position..<min(cursor.position + size, bytes.count)])
  }
}

private let headers = ["id,created_at,first_response_at,rep\n", "received;response_seconds;leads;owner\n"]
private let utc = ZoneRules(name: "UTC", transitions: [.init(at: .min, offset: 0)])
private let changing = ZoneRules(
  name: "Changing",
  transitions: [
    .init(at: .min, offset: -18_000), .init(at: 1_710_054_000, offset: -14_400),
    .init(at: 1_730_613_600, offset: -18_000),
  ])
