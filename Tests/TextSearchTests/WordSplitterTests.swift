import Testing

@testable import TextSearch

@Suite("Splitting a text into words")
struct WordSplitterTests {
  @Test(
    "folds, joins and parts",
    arguments: [
      ("", []),
      ("Hello, World!", ["hello", "world"]),
      ("don't can’t", ["don't", "can't"]),
      (
        "the customer's, the customers' and Bob’s",
        ["the", "customer", "the", "customers", "and", "bob"]
      ),
      ("Éclair CRÈME brûlée Straße", ["eclair", "creme", "brulee", "strasse"]),
      (
        "Ørsted Łódź Ægir œuvre Þór İstanbul ılık",
        [
          "orsted", "lodz", "aegir", "oeuvre", "thor", "istanbul", "ilik",
        ]
      ),
      ("ΟΔΥΣΣΕΎΣ ὀδυσσεύς", ["οδυσσευσ", "οδυσσευσ"]),
      ("Ёлка ЁЖ й", ["елка", "еж", "и"]),
      ("cafe\u{301} re\u{301}sume\u{301}", ["cafe", "resume"]),
      ("soft\u{AD}hyphen zero\u{200D}width", ["softhyphen", "zerowidth"]),
      ("ｆｕｌｌ ＷＩＤＴＨ ﬁle", ["full", "width", "file"]),
      ("٤٢ ४२", ["42", "42"]),
      ("हिन्दी में", ["हिन्दी", "में"]),
      ("مُحَمَّد محمد أحمد احمد", ["محمد", "محمد", "احمد", "احمد"]),
      ("שָׁלוֹם שלום", ["שלום", "שלום"]),
      ("ﬀﬃ ﬆ ß ẞ", ["ffffi", "st", "ss", "ss"]),
    ] as [(String, [String])])
  func plain(text: String, words: [String]) {
    #expect(WordSplitter.words(in: text).map(\.text) == words)
  }

  @Test(
    "keeps codes, addresses and pairs whole, before their parts",
    arguments: [
      ("ERR-4012", ["err4012", "err", "4012"]),
      ("ERR4012", ["err4012"]),
      ("0x80070005", ["0x80070005"]),
      ("v2.3.1", ["v2.3.1", "v2", "3", "1"]),
      ("bob.lee@example.com", ["bob.lee@example.com", "bob", "lee", "example", "com"]),
      ("2026-11-20", ["2026-11-20", "2026", "11", "20"]),
      ("12,000 1,2", ["12000", "12", "000", "1.2", "1", "2"]),
      ("12’000 9'5", ["12000", "12", "000", "95", "9", "5"]),
      ("SKU-12/B 24/7 and/or", ["sku12b", "sku", "12", "b", "24/7", "24", "7", "and", "or"]),
      ("C++ c# C F#4 i++x", ["c++", "c#", "c", "f", "4", "i", "x"]),
      (
        "bob+shop@example.com a+b",
        ["bob+shop@example.com", "bob", "shop", "example", "com", "a", "b"]
      ),
      (
        "0x8007045D CVE-2024-1234 #4012",
        ["0x8007045d", "cve2024-1234", "cve", "2024", "1234", "4012"]
      ),
      (
        "https://example.com/a/b?q=1",
        ["https", "example.com", "example", "com", "a", "b", "q", "1"]
      ),
      (#"C:\Users\bob\app.log"#, ["c", "users", "bob", "app.log", "app", "log"]),
      ("e-mail wi\u{2011}fi", ["email", "e", "mail", "wifi", "wi", "fi"]),
      ("U.S.A.", ["usa", "u", "s", "a"]),
      ("O'Brien l’avion I'm", ["obrien", "o", "brien", "lavion", "l", "avion", "i'm"]),
      ("צה\"ל ארה״ב \"שלום\"", ["צהל", "צה", "ל", "ארהב", "ארה", "ב", "שלום"]),
      ("Q&A AT&T", ["qa", "q", "a", "att", "at", "t"]),
      ("boundary-layer snake_case_name", ["boundary", "layer", "snake", "case", "name"]),
      ("a--b a. .b @c -d", ["a", "b", "a", "b", "c", "d"]),
    ] as [(String, [String])])
  func compounds(text: String, words: [String]) {
    #expect(WordSplitter.words(in: text).map(\.text) == words)
  }

  @Test(
    "takes scripts without spaces in pairs",
    arguments: [
      ("東京都", ["東京", "京都"]),
      ("税", ["税"]),
      ("パスワードを", ["パス", "スワ", "ワー", "ード", "ドを"]),
      ("비밀번호 가", ["비밀", "밀번", "번호", "가"]),
      ("ที่นี่", ["ที่นี่"]),
      ("iPhoneが壊れた", ["iphone", "が壊", "壊れ", "れた"]),
    ] as [(String, [String])])
  func unspaced(text: String, words: [String]) {
    #expect(WordSplitter.words(in: text).map(\.text) == words)
  }

  @Test("says where each word was written, and at which position")
  func places() {
    let words = WordSplitter.words(in: "Über ERR-4012: bob's")
    #expect(
      words == [
        Word(text: "uber", range: 0..<5, position: 0),
        Word(text: "err4012", range: 6..<14, position: 1, span: 2),
        Word(text: "err", range: 6..<9, position: 1),
        Word(text: "4012", range: 10..<14, position: 2),
        Word(text: "bob", range: 16..<21, position: 3),
      ])
  }

  @Test("cuts a word that nobody could type, without losing what follows")
  func longWords() {
    let words = WordSplitter.words(in: String(repeating: "ab", count: 500) + " end")
    #expect(words.map(\.text.utf8.count) == [64, 3])
    #expect(words.map(\.range) == [0..<1000, 1001..<1004])
  }

  @Test("parts a chain of any length, whole only while it is short")
  func longChains() {
    let words = WordSplitter.words(in: Array(repeating: "x1", count: 20).joined(separator: "-"))
    #expect(words.filter { !$0.isWhole }.count == 20)
    #expect(words.map(\.position).max() == 19)
  }
}
