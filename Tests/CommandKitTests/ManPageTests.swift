import Foundation
import Testing

@testable import CommandKit

@Suite struct ManPageTests {
  static let pages = ManPage(Sample.table, date: "2026-11-01").pages()

  static let escapes: [(String, String)] = [
    (".so x", #"\&.so x"#), ("'x", #"\(aqx"#), (#"a\nb"#, #"a\enb"#), ("well-known", "well-known"),
    ("--json", #"\-\-json"#), ("say -", #"say \-"#), ("run `a-b`", #"run \fBa\-b\fP"#),
    ("é", #"\[u00E9]"#), ("~ ^", #"\(ti \(ha"#), ("a ` b", #"a \(ga b"#),
  ]

  @Test(arguments: escapes)
  func `Nothing in a text is read as markup`(_ text: String, _ roff: String) {
    #expect(Roff.line(Roff.prose(text)) == roff)
  }

  @Test func `There is a page for the program, each noun and each command`() {
    #expect(Self.pages.count == 1 + 2 + 3 + 7 + 1)
    #expect(Self.pages["support-ticket-close.1"] != nil)
    #expect(!Self.pages.keys.contains { $0.contains("__") })
  }

  @Test func `A command's page is complete`() throws {
    #expect(
      Self.pages["support-ticket-show.1"] == #"""
        .TH "SUPPORT\-TICKET\-SHOW" 1 "2026-11-01" "support 1.0"
        .SH "NAME"
        support\-ticket\-show \- Show a ticket
        .SH "SYNOPSIS"
        \fBsupport ticket show\fP
        \fIID\fP
        .SH "DESCRIPTION"
        Show a ticket.
        .SH "ARGUMENTS"
        .TP
        \fIID\fP
        The ticket
        .PP
        Every command also takes
        \fB\-\-json\fP[=\fIFIELDS\fP],
        \fB\-z\fP,
        \fB\-h\fP,
        \fB\-C\fP\ \fIDIR\fP,
        \fB\-\-as\fP\ \fIACTOR\fP,
        \fB\-\-no\-pager\fP; see
        .BR support (1).
        .SH "EXAMPLES"
        .RS 4
        .nf
        support ticket show k7q
        .fi
        .RE
        .SH "SEE ALSO"
        .BR support (1),
        .BR support\-ticket (1)

        """#)
  }

  @Test(Subprocess.has("mandoc"), arguments: pages.keys.sorted())
  func `mandoc finds nothing to warn of`(_ name: String) throws {
    let page = Self.pages[name] ?? ""
    #expect(try Subprocess.run("mandoc", ["-T", "lint", "-W", "warning"], input: page) == "")
  }

  @Test(Subprocess.has("mandoc"))
  func `mandoc shows what was written`() throws {
    let page = Self.pages["support-ticket-list.1"] ?? ""
    let shown = try Subprocess.run("mandoc", ["-T", "ascii"], input: page)
      .replacing(/.\u{8}/, with: "")
    #expect(shown.contains("support ticket list [FILTER...] [-s STATUS]..."))
    #expect(shown.contains("support ticket list 'a | b'"))
    #expect(shown.contains("-tag:vip"))
  }
}
