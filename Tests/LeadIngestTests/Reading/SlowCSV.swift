/// The slow and obvious reading of CSV: one byte after another.
struct SlowCSV {
  struct Row: Equatable {
    var line: Int
    var fields: [[UInt8]]
  }

  /// The rows, blank lines as rows of one empty field.
  var rows: [Row] = []
  /// The line of the quote that is never closed.
  var openQuote: Int?

  init(_ text: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
    enum State { case start, plain, quoted, closed }
    let quote = UInt8(ascii: "\"")
    var (state, field, fields) = (State.start, [UInt8](), [[UInt8]]())
    var (line, rowLine, quoteLine) = (1, 1, 0)
    var position = 0
    func peek(_ offset: Int) -> UInt8? { position + offset < text.count ? text[position + offset] : nil }
    while let byte = peek(0) {
      let isPair = byte == 0x0D && peek(1) == 0x0A
      let isBreak = byte == 0x0A || byte == 0x0D
      if state == .quoted {
        if byte == quote, peek(1) == quote {
          field.append(quote)
          position += 2
          continue
        }
        if byte == quote { state = .closed } else { field.append(byte) }
        if isBreak, !isPair { line += 1 }
      } else if isBreak {
        fields.append(field)
        rows.append(Row(line: rowLine, fields: fields))
        (state, field, fields) = (.start, [], [])
        line += 1
        rowLine = line
        position += isPair ? 2 : 1
        continue
      } else if byte == delimiter {
        fields.append(field)
        (state, field) = (.start, [])
      } else if byte == quote, state == .start {
        state = .quoted
        quoteLine = line
      } else {
        field.append(byte)
        state = .plain
      }
      position += 1
    }
    if state == .quoted {
      openQuote = quoteLine
    } else if !fields.isEmpty || !field.isEmpty || state != .start {
      fields.append(field)
      rows.append(Row(line: rowLine, fields: fields))
    }
  }
}
