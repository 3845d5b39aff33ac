/// Lines of the log that lack their ends: the part, which is known once all events of a transaction
/// are, and the checksum. So all else can be done on many threads.
///
///     {"id":...,"meta":{...}                      as it is kept
///                            ,"part":[2,3]}       what it is closed with
///                            ,"part":[2,3],"crc":"9ae0daaf"}
package struct OpenEventLines: Sendable {
  package struct Line: Sendable {
    package let id: EventID
    fileprivate let range: Range<Int>
    fileprivate let checksum: UInt32
  }

  package let lines: [Line]
  private let bytes: [UInt8]

  /// The lines of events in the order that they are given in.
  package init(_ events: [Event]) {
    var writer = JSONWriter(sink: ByteSink(capacity: 4096))
    var lines: [Line] = []
    lines.reserveCapacity(events.count)
    for place in events.indices {
      let start = writer.sink.count
      writer.write(events[place].json)
      writer.sink.removeLast()
      let range = start..<writer.sink.count
      let line = UnsafeBufferPointer(rebasing: writer.sink.written[range])
      let checksum = CRC32C.checksum(line, after: 0)
      lines.append(Line(id: events[place].id, range: range, checksum: checksum))
    }
    self.lines = lines
    bytes = writer.sink.bytes
  }

  /// At least the bytes of the closed lines with their newlines.
  package var size: Int { bytes.count + lines.count * 64 }

  /// Appends a line with its end, without a newline.
  package func close(_ place: Int, _ part: EventPart?, to log: inout [UInt8]) {
    let line = lines[place]
    var end = part?.member ?? []
    end.append(UInt8(ascii: "}"))
    let checksum = end.withUnsafeBufferPointer { CRC32C.checksum($0, after: line.checksum) }
    end.removeLast()
    bytes.withUnsafeBufferPointer {
      log.append(contentsOf: UnsafeBufferPointer(rebasing: $0[line.range]))
    }
    log += end
    log += EventLine.checksumStart
    log += CRC32C.text(of: checksum).utf8
    log += "\"}".utf8
  }
}
