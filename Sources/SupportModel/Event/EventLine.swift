/// An event as a line of the log, without its newline: the JSON object, its last member being the
/// CRC-32C of the line as it would be without that member.
///
///     {"id":...,"meta":{...},"crc":"9ae0daaf"}
package enum EventLine {
  static let checksumStart = Array(",\"crc\":\"".utf8)
  /// `,"crc":"` + eight digits + `"}`
  static let tailLength = 18

  package static func encode(_ event: Event) -> [UInt8] {
    seal(JSON.object(event.json).compactBytes)
  }

  /// Puts the checksum into an object without one.
  package static func seal(_ object: [UInt8]) -> [UInt8] {
    var line = object
    line.removeLast()
    line += checksumStart
    line += CRC32C.text(object).utf8
    line += "\"}".utf8
    return line
  }

  /// The same for an event of which the part is not in the object yet.
  package static func seal(_ object: ArraySlice<UInt8>, _ part: EventPart?) -> [UInt8] {
    guard let part else { return seal(Array(object)) }
    return seal(object.dropLast() + part.member + [UInt8(ascii: "}")])
  }

  package static func decode(_ line: some Collection<UInt8>) throws(EventError) -> Event {
    let object = try unseal(Array(line))
    do {
      guard let json = try JSONParser.parse(object).object else { throw EventError.noSubject }
      return try Event(json: json)
    } catch let error as JSONError {
      throw .notJSON(error)
    } catch let error as EventError {
      throw error
    } catch {
      preconditionFailure("JSONParser throws JSONError only")
    }
  }

  /// The line without its checksum, after comparing it.
  package static func unseal(_ line: [UInt8]) throws(EventError) -> [UInt8] {
    guard let sums = line.withUnsafeBufferPointer(checksums) else { throw .noChecksum }
    guard sums.found == sums.expected else {
      throw .checksum(expected: sums.expected, found: sums.found)
    }
    return line.dropLast(tailLength) + [UInt8(ascii: "}")]
  }

  /// Whether a line has the checksum that it should have.
  package static func isSound(_ line: ArraySlice<UInt8>) -> Bool {
    let sums = line.withUnsafeBufferPointer(checksums)
    return sums.map { $0.found == $0.expected } ?? false
  }

  /// The checksum of a line as it would be without one, and the one that it has; nil where it has none.
  private static func checksums(
    _ line: UnsafeBufferPointer<UInt8>
  ) -> (expected: String, found: String)? {
    let end = line.count - tailLength
    guard end >= 0, line[end...].starts(with: checksumStart),
      line[(line.count - 2)...].elementsEqual("\"}".utf8)
    else { return nil }
    let object = UnsafeBufferPointer(rebasing: line[..<end])
    let brace = UnsafeBufferPointer(rebasing: line[(line.count - 1)...])
    let sum = CRC32C.checksum(brace, after: CRC32C.checksum(object, after: 0))
    let digits = line[(end + checksumStart.count)..<(line.count - 2)]
    return (CRC32C.text(of: sum), String(decoding: digits, as: UTF8.self))
  }
}
