import CommandKit
import Testing

@Suite struct CommandDescriptionTests {
  static let description = Sample.table.describe()

  @Test func `Every command is described, hidden ones too`() {
    let paths = Self.description.commands.map { $0.path.joined(separator: " ") }
    #expect(paths.contains("ticket close") && paths.contains("__complete"))
    #expect(Self.description.groups.map(\.name) == ["ticket", "kb"])
  }

  @Test func `A description has what a command declares`() throws {
    let list = try #require(Self.description.commands.first { $0.path == ["ticket", "list"] })
    #expect(list.needs == "desk")
    #expect(list.usage == "support ticket list [FILTER...] [-s STATUS]... [--sort KEY] [-n N] [-q]")
    #expect(list.options.map(\.name) == ["status", "sort", "limit", "quiet"])
    #expect(list.options.map(\.value) == ["required", "required", "required", "none"])
    #expect(
      list.options[0].choices == ["open", "pending", "closed"] && list.options[0].isRepeatable)
    #expect(list.options[1].defaultText == "created" && list.options[1].short == nil)
  }
}
