/// The few words of a help site that no article brings along, in the language of its articles.
struct HelpWords {
  let search: String
  let none: String
  let home: String
  let others: String
  let articles: String
  let all: String
  let changed: String
  let skip: String
  let languages: String
  let trail: String
  let empty: String
  let isRightToLeft: Bool

  /// A language without words here has the English ones.
  init(_ language: String) {
    let main = String(language.prefix { $0 != "-" })
    let words = Self.words[main] ?? Self.english
    search = words[0]
    none = words[1]
    home = words[2]
    others = words[3]
    articles = words[4]
    all = words[5]
    changed = words[6]
    skip = words[7]
    languages = words[8]
    trail = words[9]
    empty = words[10]
    isRightToLeft = ["ar", "fa", "he", "ur"].contains(main)
  }

  private static let english = [
    "Search", "Nothing found", "Start", "Other", "Articles", "All", "Changed", "To the content",
    "Languages", "Where you are", "There is no article yet.",
  ]

  private static let words = [
    "en": english,
    "de": [
      "Suche", "Nichts gefunden", "Start", "Weiteres", "Artikel", "Alle", "Geändert",
      "Zum Inhalt", "Sprachen", "Wo Sie sind", "Es gibt noch keinen Artikel.",
    ],
    "fr": [
      "Rechercher", "Aucun résultat", "Accueil", "Autres", "Articles", "Tous", "Modifié le",
      "Aller au contenu", "Langues", "Où vous êtes", "Il n’y a pas encore d’article.",
    ],
    "es": [
      "Buscar", "Sin resultados", "Inicio", "Otros", "Artículos", "Todos", "Modificado",
      "Ir al contenido", "Idiomas", "Dónde está", "Todavía no hay artículos.",
    ],
    "it": [
      "Cerca", "Nessun risultato", "Inizio", "Altro", "Articoli", "Tutti", "Modificato",
      "Vai al contenuto", "Lingue", "Dove sei", "Non c’è ancora nessun articolo.",
    ],
    "pt": [
      "Pesquisar", "Nada encontrado", "Início", "Outros", "Artigos", "Todos", "Alterado",
      "Ir para o conteúdo", "Idiomas", "Onde está", "Ainda não há artigos.",
    ],
    "nl": [
      "Zoeken", "Niets gevonden", "Start", "Overige", "Artikelen", "Alle", "Gewijzigd",
      "Naar de inhoud", "Talen", "Waar u bent", "Er is nog geen artikel.",
    ],
  ]

  private static let names = [
    "en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "it": "Italiano",
    "pt": "Português", "nl": "Nederlands", "pl": "Polski", "sv": "Svenska", "da": "Dansk",
    "fi": "Suomi", "cs": "Čeština", "tr": "Türkçe", "ru": "Русский", "uk": "Українська",
    "el": "Ελληνικά", "ar": "العربية", "he": "עברית", "hi": "हिन्दी", "ja": "日本語",
    "ko": "한국어", "zh": "中文", "th": "ไทย", "vi": "Tiếng Việt",
  ]

  /// What a language calls itself, or its tag.
  static func name(of language: String) -> String {
    if let name = names[language] { return name }
    let parts = language.split(separator: "-").map(String.init)
    guard parts.count > 1, let name = names[parts[0]] else { return language }
    return "\(name) (\(parts.dropFirst().joined(separator: "-").uppercased()))"
  }
}
