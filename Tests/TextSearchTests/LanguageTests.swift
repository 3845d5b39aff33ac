import Testing

@testable import TextSearch

@Suite("Languages")
struct LanguageTests {
  @Test("have words meet that differ in number, gender or case only", arguments: families)
  func meet(language: Language, text: String) {
    for family in text.split(separator: ",") {
      let words = family.split(separator: " ").flatMap { WordSplitter.words(in: String($0)) }
        .filter { !$0.isWhole }.map(\.text)
      let stems = Set(words.map(language.stem))
      #expect(stems.count == 1, "\(words): \(stems)")
    }
  }

  @Test(
    "leave short words, codes and other scripts alone", arguments: Language.allCases,
    ["", "'", "a", "o", "err4012", "東京", "привет", "en", "de", "l'", "x's"])
  func leave(language: Language, word: String) {
    #expect(language.stem(of: word).utf8.count <= word.utf8.count)
    if word.utf8.contains(where: { $0 >= 0x80 || $0 < 0x40 && $0 != 0x27 }) {
      #expect(language.stem(of: word) == word)
    }
  }

  @Test("are told by function words, and English where nothing tells", arguments: texts)
  func guess(text: String, expected: Language?) {
    var votes = SIMD8<UInt32>()
    WordSplitter.forEachSplitWord(in: text) {
      votes &+= FunctionWords.votes(for: $0.letters).counts
    }
    #expect(FunctionWords.language(by: votes) == expected)
  }

  @Test(
    "of a desk are searched together, each text by its own endings",
    arguments: [
      ("rechnung", [1]), ("Rechnungen", [1]), ("invoices", [0]), ("facture", [2, 3]),
      ("factures", [2, 3]), ("facturen", [3, 2]), ("\"falsche Rechnungen\"", [1]),
      ("rechn*", [1]), ("factu*", [3, 2]), ("the", [0]),
    ] as [(String, [Int])])
  func mixed(text: String, found: [Int]) {
    let hits = Self.desk.search(Query(text), limit: 10)
    #expect(Set(hits.map(\.document)) == Set(found))
  }

  @Test("of a message may be another one than that of the messages around it")
  func pieces() throws {
    var writer = TextSegmentWriter(fields: [.init(name: "subject"), .init(name: "message")])
    writer.add(pieces: [
      ["Rechnungen"],
      ["Ich habe die Rechnungen nicht bekommen.", "Please send me the invoices that you mean."],
    ])
    let segment = try TextSegment(TextInMemory(writer.bytes()))
    #expect(segment.footer.languages == [.english, LanguageSet(.german)])
    let segments = TextSegments(
      [segment], fields: [.init(name: "subject"), .init(name: "message")])
    for text in ["subject:rechnung", "message:rechnung", "invoice", "\"die rechnung nicht\""] {
      let query = Query(text, fields: ["subject", "message"])
      #expect(try segments.search(query, limit: 1) { _ in nil }.total == 1, "\(text)")
    }
  }

  @Test("show in a snippet what was found by them")
  func snippet() {
    let query = Self.desk.asked(Query("rechnung ordine"))
    let snippet = Snippet(of: "Die Rechnungen dell'ordine", for: query)
    #expect(snippet.rendered { "[\($0)]" } == "Die [Rechnungen] [dell'ordine]")
  }

  @Test("cost nothing where all texts are English")
  func english() throws {
    var writer = TextSegmentWriter(fields: [.init(name: "text")])
    writer.add(["The printers are on fire and nobody is here to help us"])
    let segment = try TextSegment(TextInMemory(writer.bytes()))
    #expect(segment.footer.languages == .english)
    let query = TextSegments([segment], fields: [.init(name: "text")]).asked(Query("printers"))
    #expect(query.wanted.first?.unit.parts == [.stems(["printer"])])
  }

  private static let desk = SearchIndex(
    fields: [.init(name: "text")],
    documents: [
      "The invoice that you sent to me is wrong", "Ich habe eine falsche Rechnung bekommen",
      "Je ne trouve pas les factures de ma commande", "Ik heb de facturen niet gekregen",
      "Non ho ricevuto gli ordini che sono nella fattura",
    ].map { [$0] })

  private static let families: [(Language, String)] = [
    (
      .german,
      """
      Rechnung Rechnungen,Gebühr Gebühren Gebuehr,Fehler Fehlern,Passwort Passwörter \
      Passwoerter,Kunde Kunden,Haus Häuser Hauses,neue neuer neuem neuen neues
      """
    ),
    (
      .french,
      """
      facture factures,cheval chevaux,utilisateur utilisateurs,mot mots,avion avions,qu'abonné \
      abonnés,sportif sportive,journal journaux,bateau bateaux,chanteur chanteuse
      """
    ),
    (.spanish, "factura facturas,vez veces,error errores,cuenta cuentas,pedido pedidos,mes meses"),
    (
      .italian,
      """
      fattura fatture,ordine ordini dell'ordine,pagamento pagamenti,spaghetto spaghetti,vecchio \
      vecchia vecchie
      """
    ),
    (
      .portuguese,
      "fatura faturas,ação ações,erro erros,papel papéis,animal animais,homem homens,pagamento pagamentos"
    ),
    (
      .dutch,
      """
      boek boeken boekje boekjes,huis huizen huisje,factuur facturen,bestelling bestellingen,kat \
      katten katje,maan manen,brief brieven briefje,mogelijkheid mogelijkheden,groot grote
      """
    ),
    (.english, "connection connections connected,invoice invoices,reply replies replied"),
  ]

  private static let texts: [(String, Language?)] = [
    ("My invoice is wrong, please help", .english),
    ("Meine Rechnung ist falsch, bitte helfen Sie mir", .german),
    ("Das Passwort zurücksetzen geht nicht", .german), ("Fehler: nicht gefunden", nil),
    ("Ma facture est fausse, pouvez-vous m'aider avec cela ?", .french),
    ("Mi factura no es correcta, ¿me pueden ayudar por favor?", .spanish),
    ("La mia fattura non è corretta, potete aiutarmi per favore? Grazie", .italian),
    ("A minha fatura não está correta, você pode me ajudar?", .portuguese),
    ("Mijn factuur klopt niet, kunt u mij helpen?", .dutch),
    ("ERR-4012 bob@example.com 2026-11-20", nil), ("", nil), ("Invoice 4012", nil),
    ("パスワードを忘れました", nil), ("Пароль не работает", nil),
    ("The error says: die Datei wurde nicht gefunden, and I do not know what it is for", .english),
  ]
}
