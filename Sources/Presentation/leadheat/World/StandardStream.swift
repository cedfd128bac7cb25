import LeadModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two streams on which the program speaks. They are written without a buffer in between, so that what cannot be
/// written is known at once; the writers of the toolchain lose it in silence, or trap.
enum StandardStream: Int32, Sendable {
  /// What was asked for.
  case output = 1
  /// What there is to say about it.
  case errors = 2

  /// Writes a text. nil when it is written or its reader, such as `head`, has had enough, else the reason why not.
  func write(_ text: String) -> String? {
    var text = text
    let problem = text.withUTF8 { unsafe POSIX.write(UnsafeRawBufferPointer($0), into: rawValue) }
    return problem == EPIPE ? nil : problem.map(POSIX.reason)
  }

  /// Hands on what another program has written, as far as that is possible.
  func pass(_ bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBytes { unsafe POSIX.write($0, into: rawValue) }
  }
}

/// What can be wrong with a stream.
enum StreamFact {
  /// What was asked for has not arrived, or not whole.
  case lost(reason: String)

  /// The fact in words.
  var diagnostic: Diagnostic {
    switch self {
    case .lost(let reason):
      Diagnostic(
        .error, "output-lost", at: nil, "the standard output cannot be written: \(reason)",
        remedy: "Free space where it goes, or send it elsewhere.")
    }
  }
}
