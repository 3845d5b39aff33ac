import Platform
import SupportModel

/// The bytes of attachments, each under its SHA-256: the same file hangs on many messages and lies
/// in the desk once.
package struct AttachmentStore: Sendable {
  let layout: DeskLayout

  package init(_ layout: DeskLayout) { self.layout = layout }

  /// A file on its way into the desk, already held to the desk's limits.
  package struct Incoming: Sendable {
    package var attachment: Attachment
    var bytes: [UInt8]
  }

  /// Reads a file that somebody wants to attach. It must be a regular file, of a type and size that
  /// the desk takes; its folder and any control characters are taken out of its name.
  package static func read(_ path: String, _ limits: Limits) throws -> Incoming {
    let status = try FileSystem.status(path)
    guard status.kind == .file else {
      throw Refusal.attachmentNotFile(path: path, kind: status.kind.rawValue)
    }
    let name = safeName(path)
    guard limits.attachmentTypes.contains(ending(of: name)) else {
      throw Refusal.attachmentType(filename: name, allowed: limits.attachmentTypes)
    }
    guard status.size <= limits.attachmentSize else {
      throw Refusal.attachmentSize(
        filename: name, limit: limits.attachmentSize, actual: status.size)
    }
    let bytes = try FileSystem.read(path)
    let attachment = Attachment(
      filename: name, size: bytes.count, mimeType: MediaType.ofFile(ending: ending(of: name)),
      sha256: SHA256.hexadecimal(of: bytes))
    return Incoming(attachment: attachment, bytes: bytes)
  }

  /// Puts the bytes into the desk, durably, before any event names them. A damaged copy of them
  /// that lies there is mended.
  package func keep(_ incoming: Incoming) throws {
    let path = layout.attachment(incoming.attachment.sha256)
    if try FileSystem.readIfPresent(path) == incoming.bytes { return }
    try FileSystem.replace(path, with: incoming.bytes, durable: true)
  }

  /// Whether bytes lie under a SHA-256.
  package func holds(_ sha256: String) throws -> Bool {
    try FileSystem.statusIfPresent(layout.attachment(sha256)) != nil
  }

  package func bytes(of attachment: Attachment) throws -> [UInt8] {
    let path = layout.attachment(attachment.sha256)
    guard let bytes = try FileSystem.readIfPresent(path) else {
      throw StoreError.damaged(file: layout.relative(path), line: nil, reason: "it is not there")
    }
    guard SHA256.hexadecimal(of: bytes) == attachment.sha256 else {
      throw StoreError.damaged(
        file: layout.relative(path), line: nil, reason: "its bytes are not those of its name")
    }
    return bytes
  }

  /// A name that is a file name everywhere and nothing else: no folder, no control characters, no
  /// dot in front, at most 120 bytes.
  package static func safeName(_ path: String) -> String {
    let last = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let plain = String(
      String.UnicodeScalarView(
        last.unicodeScalars.map { scalar in
          let isUnsafe =
            scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            || scalar.properties.generalCategory == .format
            || "<>:\"|?*".unicodeScalars.contains(scalar)
          return isUnsafe ? "_" : scalar
        }))
    let visible = trimmed(plain.drop { $0 == "." || $0 == " " })
    guard !visible.isEmpty else { return "file" }
    guard visible.utf8.count > 120 else { return visible }
    var ending = "." + ending(of: visible)
    if !(2...20).contains(ending.utf8.count) { ending = "" }
    var stem = visible.dropLast(ending.count)
    while stem.utf8.count + ending.utf8.count > 120 { stem.removeLast() }
    return stem + ending
  }

  static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

/// Media types (MIME) of the files that people attach.
enum MediaType {
  static func ofFile(ending: String) -> String { known[ending] ?? "application/octet-stream" }

  private static let known = [
    "csv": "text/csv", "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822", "gif": "image/gif", "gz": "application/gzip", "heic": "image/heic",
    "ics": "text/calendar", "jpeg": "image/jpeg", "jpg": "image/jpeg", "json": "application/json",
    "log": "text/plain", "md": "text/markdown", "mp4": "video/mp4", "pdf": "application/pdf",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text", "png": "image/png",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf", "svg": "image/svg+xml", "tiff": "image/tiff",
    "tsv": "text/tab-separated-values", "txt": "text/plain", "vcf": "text/vcard",
    "webp": "image/webp", "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml", "zip": "application/zip",
  ]
}
