import Testing

@testable import SupportModel

/// Reading JSON and writing it again.
struct JSONTests {
  @Test(
    "A text in its shortest form comes back as the same bytes",
    arguments: [
      "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808", "0.5",
      "-1.5e-07", "1e+300", #""""#, #""a""#, "[]", "{}", "[[],{}]", #"{"b":1,"a":[2,{"c":null}]}"#,
      #""\"\\\n\r\t""#, #""\u0000\u001f\u007f\u0080\u009f""#, #""ä € 😀 /""#,
      #"{"":{"":""}}"#,
    ])
  func sameBytes(text: String) throws {
    #expect(try JSONParser.parse(text).compact == text)
  }

  @Test(
    "What people write comes out in one form",
    arguments: [
      (" [ 1 ,\r\n\t2 ] ", "[1,2]"), (#""\/\b\f\u0041""#, #""/\u0008\u000cA""#),
      (#""\ud83d\ude00\u00e4""#, #""😀ä""#), ("1.0", "1.0"), ("10E2", "1000.0"), ("-0", "0"),
      ("9223372036854775808", "9.223372036854776e+18"), ("1e16", "1e+16"),
    ])
  func oneForm(text: String, expected: String) throws {
    #expect(try JSONParser.parse(text).compact == expected)
  }

  @Test("Members keep the order they stand in, also when one of them is replaced")
  func order() throws {
    var object = try #require(try JSONParser.parse(#"{"z":1,"a":2,"m":3}"#).object)
    object["a"] = 9
    object["n"] = 4
    object["z"] = nil
    #expect(JSON.object(object).compact == #"{"a":9,"m":3,"n":4}"#)
    #expect(object.ordered(by: KeyOrder(["n", "x", "m"])).keys == ["n", "m", "a"])
  }

  @Test("Pretty JSON has a member a line, empty lists on one, and a newline at its end")
  func pretty() throws {
    let value = try JSONParser.parse(#"{"a":[1,{"b":[]}],"c":{},"d":"x"}"#)
    let text = """
      {
        "a": [
          1,
          {
            "b": []
          }
        ],
        "c": {},
        "d": "x"
      }

      """
    #expect(String(decoding: value.prettyBytes, as: UTF8.self) == text)
  }

  @Test(
    "A mistake is told with its line and column",
    arguments: [
      ("", "1:1 the text ends where a value should be"),
      ("{\n  \"a\": 1,\n}", "3:1 a key in quotes should be here"),
      ("[1 2]", "1:4 \",\" or \"]\" should be here"),
      ("[1,]", "1:4 a value should be here"),
      ("{\"a\" 1}", "1:6 \":\" should be here"),
      ("{\"a\":1", "1:7 \",\" or \"}\" should be here"),
      ("{a:1}", "1:2 a key in quotes should be here"),
      ("1 2", "1:3 something follows the value"),
      ("nul", "1:1 a value should be here"),
      ("\n\n  tru", "3:3 a value should be here"),
      ("'a'", "1:1 a value should be here"),
      ("01", "1:1 a number that begins with 0"),
      ("-", "1:2 a value should be here"),
      ("-01", "1:2 a number that begins with 0"),
      ("1.", "1:3 a digit should be here"),
      ("1e", "1:3 a digit should be here"),
      (".5", "1:1 a value should be here"),
      ("+1", "1:1 a value should be here"),
      ("1e400", "1:1 a number out of range"),
      ("NaN", "1:1 a value should be here"),
      ("\"a", "1:1 a text that does not end"),
      ("\"a\\", "1:4 a text that does not end"),
      ("\"a\\n", "1:1 a text that does not end"),
      ("\"a\nb\"", "1:3 a control character in a text"),
      ("\"\\t\u{1}\"", "1:4 a control character in a text"),
      ("\"\\x\"", "1:2 an unknown escape"),
      ("\"\\u12G4\"", "1:4 four hexadecimal digits should be here"),
      ("\"\\u12\"", "1:4 four hexadecimal digits should be here"),
      ("\"\\ud800\"", "1:2 half a surrogate"),
      ("\"\\udc00\"", "1:2 half a surrogate"),
      ("\"\\ud800\\u0041\"", "1:2 half a surrogate"),
      ("\"\\ud800\\n\"", "1:2 half a surrogate"),
      ("{\"a\":1,\"b\":2,\"a\":3}", "1:14 the key \"a\" stands twice"),
      ("\u{FEFF}1", "1:1 the text begins with a byte order mark; save it without"),
    ])
  func mistakes(text: String, expected: String) throws {
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(text) }
    let found = try #require(error)
    #expect("\(found.line):\(found.column) \(found.message)" == expected)
  }

  @Test("What has to be escaped is, and is read back, wherever in a text it stands")
  func escapes() throws {
    let escapes = [
      ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\u{1f}", #"\u001f"#),
      ("\u{7f}", #"\u007f"#), ("\u{80}", #"\u0080"#), ("\u{9f}", #"\u009f"#), ("\u{a0}", "\u{a0}"),
      ("é", "é"), (" ", " "), ("😀", "😀"),
    ]
    for (character, escaped) in escapes {
      for (before, after) in (0..<40).map({ ($0 % 20, $0 / 2) }) {
        func text(_ inside: String) -> String {
          String(repeating: "a", count: before) + inside + String(repeating: "b", count: after)
            + inside
        }
        let written = JSON.string(text(character)).compact
        #expect(written == "\"" + text(escaped) + "\"")
        #expect(try JSONParser.parse(written) == .string(text(character)))
      }
    }
  }

  @Test("Texts and keys are the same where their bytes are, however they look")
  func sameTexts() throws {
    let (composed, decomposed) = ("caf\u{e9}", "cafe\u{301}")
    #expect(JSON.string(composed) != JSON.string(decomposed))
    let object = try #require(
      try JSONParser.parse("{\"\(composed)\":1,\"\(decomposed)\":2}").object)
    #expect(object[composed] == 1 && object[decomposed] == 2)
    #expect(object != JSONObject([(decomposed, 1), (composed, 2)]))
    for length in 1..<30 {
      let text = String(repeating: "x", count: length)
      for place in 0..<length {
        var other = Array(text.utf8)
        other[place] = UInt8(ascii: "y")
        #expect(JSON.string(text) != JSON.string(String(decoding: other, as: UTF8.self)))
      }
      #expect(JSON.string(text) == JSON.string(String(decoding: Array(text.utf8), as: UTF8.self)))
    }
  }

  @Test("Bytes that are not UTF-8 are refused", arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80]])
  func notUTF8(bytes: [UInt8]) {
    #expect(throws: JSONError(message: "invalid UTF-8", line: 1, column: 2)) {
      try JSONParser.parse([0x22] + bytes + [0x22])
    }
  }

  @Test("A byte that is not UTF-8 is noticed wherever in a text it stands")
  func notUTF8AnyPlace() {
    for length in 1..<30 {
      for place in 0..<length {
        var text = [UInt8](repeating: 0x61, count: length)
        text[place] = 0xFF
        #expect(throws: JSONError(message: "invalid UTF-8", line: 1, column: 2)) {
          try JSONParser.parse([0x22] + text + [0x22])
        }
      }
    }
  }

  @Test("Lists and objects of any length are read, within others too, and also where one is broken")
  func lengths() throws {
    for length in [0, 1, 7, 31, 32, 33, 63, 64, 65, 200] {
      let list = (0..<length).map(String.init).joined(separator: ",")
      let object = (0..<length).map { "\"\($0)\":[\(list)]" }.joined(separator: ",")
      let text = "[\"first\",{\(object)},[\(list)],\"last\"]"
      #expect(try JSONParser.parse(text).compact == text)
      #expect(throws: JSONError.self) { try JSONParser.parse(String(text.dropLast())) }
      let doubled = object + (length == 0 ? "\"0\":1" : "") + ",\"0\":2"
      let error = #expect(throws: JSONError.self) { try JSONParser.parse("{\(doubled)}") }
      #expect(error?.message == "the key \"0\" stands twice")
    }
  }

  @Test("White space of any length and kind may stand between values")
  func whiteSpace() throws {
    for length in 0..<20 {
      let spaces = String(repeating: " ", count: length)
      for space in [spaces, "\n" + spaces, spaces + "\r\n\t" + spaces] {
        let tokens = ["", "[", "1", ",", "{", "\"a\"", ":", "2", "}", "]", ""]
        let text = tokens.joined(separator: space)
        #expect(try JSONParser.parse(text).compact == #"[1,{"a":2}]"#)
      }
    }
  }

  @Test("Two hundred levels are read, one more is refused")
  func depth() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(try JSONParser.parse(nested(200)).compact == nested(200))
    #expect(throws: JSONError(message: "nested too deep", line: 1, column: 201)) {
      try JSONParser.parse(nested(201))
    }
  }

  @Test("The line of each value is found by its dotted path")
  func lines() throws {
    let text = "{\n \"a\": [\n  {\"b\": 1,\n   \"c\": 2}\n ],\n \"d\": 3\n}"
    let lines = try JSONParser.lines(of: Array(text.utf8))
    #expect(
      lines == ["": 1, "a": 2, "a[0]": 3, "a[0].b": 3, "a[0].c": 4, "d": 6])
  }

  @Test("A dotted path reaches inside, makes what is missing and clears what it empties")
  func paths() throws {
    var object = JSONObject()
    object.set(5, at: "satisfaction.rating")
    object.set("x", at: "a.b.c")
    #expect(object.value(at: "satisfaction.rating") == 5)
    #expect(object.value(at: "satisfaction.rating.more") == nil)
    object.set(nil, at: "a.b.c")
    object.set(nil, at: "nothing.here")
    #expect(JSON.object(object).compact == #"{"satisfaction":{"rating":5}}"#)
  }

  @Test("Whatever is printed is read back the same", arguments: 0..<40)
  func printAndParse(seed: UInt64) throws {
    var random = FilterRandom(state: seed)
    for _ in 0..<25 {
      let value = RandomJSON.value(depth: 4, &random)
      #expect(try JSONParser.parse(value.compactBytes) == value)
      #expect(try JSONParser.parse(value.prettyBytes) == value)
      #expect(try JSONParser.parse(value.prettyBytes).compactBytes == value.compactBytes)
    }
  }
}

/// Makes values with every kind of text and number in them.
enum RandomJSON {
  static func value(depth: Int, _ random: inout FilterRandom) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .integer(Int64(truncatingIfNeeded: random.next() >> (random.next() % 64)))
    case 3:
      let number = Double(bitPattern: random.next())
      // A whole number below 2^63 is read as one, unless it is printed with a fraction.
      return number.isFinite ? .number(number) : .number(0.25)
    case 4, 5: return .string(text(&random))
    case 6:
      let count = Int.random(in: 0..<5, using: &random)
      return .array((0..<count).map { _ in value(depth: depth - 1, &random) })
    default: return .object(object(depth: depth - 1, &random))
    }
  }

  static func object(depth: Int, _ random: inout FilterRandom) -> JSONObject {
    let count = Int.random(in: 0..<5, using: &random)
    return JSONObject((0..<count).map { _ in (text(&random), value(depth: depth, &random)) })
  }

  static func text(_ random: inout FilterRandom) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<8, using: &random) {
      let limit: UInt32 = [0x21, 0x80, 0x100, 0x11_0000].randomElement(using: &random) ?? 0x80
      scalars.append(Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) ?? "?")
    }
    return String(scalars)
  }
}
