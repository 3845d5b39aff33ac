import Foundation

/// What connects a program with its test: a pipe, or a terminal.
struct Channel: ~Copyable {
  /// The test's end.
  let near: Descriptor
  /// The program's end.
  let far: Descriptor
  /// The path of the terminal; nil for a pipe.
  let terminal: String?

  /// A one-way pipe, for output alone.
  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Descriptor.Failure(act: "pipe") }
    near = Descriptor(ends[0])
    far = Descriptor(ends[1])
    terminal = nil
  }

  init(_ size: Terminal.Size) throws {
    var (near, far): (Int32, Int32) = (-1, -1)
    var path = [CChar](repeating: 0, count: 128)
    var size = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&near, &far, &path, nil, &size) == 0 else {
      throw Descriptor.Failure(act: "openpty")
    }
    self.near = Descriptor(near)
    self.far = Descriptor(far)
    terminal = path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
  }

  /// The test's end, once the program has its own.
  consuming func closingFar() -> Descriptor { near }
}
