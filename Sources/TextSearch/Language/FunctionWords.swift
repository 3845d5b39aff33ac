/// Tells the language of a text by its articles, pronouns, prepositions and auxiliaries: about every
/// third word of any text is one, and hardly any other word looks like it. Single letters and what
/// addresses are made of are left out.
enum FunctionWords {
  /// How much a folded word speaks for each language, by the language's number.
  struct Votes {
    let counts: SIMD8<UInt32>
    /// Whether it speaks for any.
    var isAny: Bool { counts != SIMD8() }
  }

  /// A word of one language alone counts twice as much as one that others share.
  static func votes(for word: UnsafeBufferPointer<UInt8>) -> Votes {
    guard (1...longest).contains(word.count),
      let languages = table[String(decoding: word, as: UTF8.self)]
    else { return Votes(counts: SIMD8()) }
    var counts = SIMD8<UInt32>()
    let weight: UInt32 = languages.rawValue.nonzeroBitCount == 1 ? 2 : 1
    for language in languages.members {
      counts[Int(language.rawValue)] = weight
    }
    return Votes(counts: counts)
  }

  /// The language that most votes speak for; none where they do not tell.
  static func language(by votes: SIMD8<UInt32>) -> Language? {
    guard let best = Language.allCases.max(by: { count($0, votes) < count($1, votes) }) else {
      return nil
    }
    let most = count(best, votes)
    let others = Language.allCases.filter { $0 != best }.map { count($0, votes) }.max() ?? 0
    return most >= enough && most > others ? best : nil
  }

  private static func count(_ language: Language, _ votes: SIMD8<UInt32>) -> UInt32 {
    votes[Int(language.rawValue)]
  }

  static func words(of language: Language) -> [String] {
    table.filter { $0.value.contains(language) }.map(\.key)
  }

  /// Two words, one of which no other language shares: one alone may be a name.
  private static let enough: UInt32 = 3
  private static let longest = 8

  private static let table: [String: LanguageSet] = {
    var table: [String: LanguageSet] = [:]
    for (language, text) in words {
      for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        table[String(word), default: []].insert(LanguageSet(language))
      }
    }
    return table
  }()

  private static let words: [(Language, String)] = [
    (
      .english,
      """
      the and of to in is it that for on was with as be this are have not but at from or an by we you
        he she they my your our his her its their me us them which what when how can will would
      could should has had been were do does did if then than so no all any there here please after
      about into out up some only also just now get when who where why i'm don't can't it's am
      """
    ),
    (
      .german,
      """
      der die das und ist nicht ein eine einen einem einer ich sie wir ihr es mit auf fur von zu zum
      zur den dem des im in an bei nach aus wie wird werden wurde kann habe haben hat sind war auch
      aber oder wenn noch nur mehr sich mich mir uns ihnen ihre ihren mein meine unser dass als um
      uber durch keine kein bitte seit schon hier da dann diese dieser dieses so er doch leider
      """
    ),
    (
      .french,
      """
      le la les de des du un une et est pas que qui dans pour sur avec par au aux ce cette ces je
      vous nous il elle ils mon ma mes votre vos notre nos son sa ses ne plus ou mais comme si sont
      suis avez ai ont etait etre fait tres bien sans quand apres aussi leur en se me merci bonjour
      on tout j'ai c'est n'est qu'il peut peux meme depuis chez donc lors
      """
    ),
    (
      .spanish,
      """
      el la los las de del un una es no que en por para con su sus se lo al como mas pero me mi mis
      le les esta este esto ha he hay son ser fue muy ya si cuando donde quien sobre sin desde
      porque tengo tiene puedo puede hola gracias favor nos nuestro ustedes usted yo estoy han
      todo tambien hasta ni cual entre
      """
    ),
    (
      .italian,
      """
      il lo la gli le di del della dei delle dello un una uno non che in per con su da dal dalla
      al alla ai alle nel nella mi ti si ci vi mio mia suo sua sono ho ha hai abbiamo hanno come ma
      piu se anche questo questa quando dove perche grazie salve buongiorno puo posso essere stato
      era molto gia nei degli cosa ancora sul sulla tra
      """
    ),
    (
      .portuguese,
      """
          os as de do da dos das um uma nao que em no na nos nas por para se ao aos mais mas
      como meu minha seu sua eu voce voces ele ela isso este esta esse essa foi ser sao tem tenho
      estou esta muito ja quando onde porque obrigado obrigada ola pelo pela sem sobre ate tambem
      posso pode quero nao ou entre depois
      """
    ),
    (
      .dutch,
      """
      de het een en van ik is niet dat die te in op met voor zijn er aan om ook als maar bij naar uit
      door over nog wel geen kan heb heeft hebben wordt worden was werd mijn uw jullie wij we je
      hij zij ze deze dit wat hoe wanneer waar omdat dan al meer graag alvast bedankt mij ons onze
      of tot sinds niets iets kunnen moet toch
      """
    ),
  ]
}
