import CommandKit

/// Erases a person, under the name that other nouns have for it.
extension Command where Context == Session {
  static var customerRemove: Command {
    Command(
      "remove", "Erase a person: the same as `customer erase`", needs: .desk,
      arguments: [CustomerParameter.email], options: ErasureParameter.all,
      details: """
        A record that events hold cannot go away without what it says of the person: removing them \
        is erasing them, with all that their tickets say. See `support customer erase`.
        """,
      examples: ["support customer remove bob@example.com --dry-run"],
      run: customerErase.run)
  }
}
