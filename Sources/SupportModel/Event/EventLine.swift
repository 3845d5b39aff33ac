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
    let tail = line.suffix(tailLength)
    guard tail.count == tailLength, tail.starts(with: checksumStart),
      line.suffix(2).elementsEqual("\"}".utf8)
    else { throw .noChecksum }
    let object = line.dropLast(tailLength) + [UInt8(ascii: "}")]
    let found = String(decoding: tail.dropFirst(checksumStart.count).prefix(8), as: UTF8.self)
    let expected = CRC32C.text(object)
    guard found == expected else { throw .checksum(expected: expected, found: found) }
    return Array(object)
  }
}
