import Testing

@testable import TextSearch

@Suite("The English stemmer")
struct EnglishStemmerTests {
  @Test("cuts every step's endings as Snowball does", arguments: steps)
  func stems(step: String, pairs: String) {
    for pair in pairs.split(separator: " ") {
      let (word, stem) = halves(of: pair)
      #expect(EnglishStemmer.stem(word) == stem, "\(step): \(word)")
    }
  }

  @Test(
    "leaves anything that is no word alone", arguments: ["", "'", "''", "'s", "'''", "--", "é"])
  func oddities(text: String) {
    #expect(EnglishStemmer.stem(text).utf8.count <= text.utf8.count)
  }

  private func halves(of pair: Substring) -> (String, String) {
    let halves = pair.split(separator: ">")
    return (String(halves[0]), String(halves[1]))
  }

  /// The words of each step with what is left of them.
  private static let steps = [
    (
      "short words and words that are their own rule",
      """
      a>a is>is by>by skis>ski skies>sky idly>idl gently>gentl ugly>ugli early>earli only>onli \
      singly>singl sky>sky news>news howe>howe atlas>atlas cosmos>cosmos bias>bias andes>andes
      """
    ),
    (
      "possessives and plurals, step 1a",
      """
      customer's>custom customers'>custom 'quoted>quot caresses>caress passes>pass classes>class \
      ties>tie tied>tie cries>cri cried>cri dies>die flies>fli gas>gas this>this gaps>gap \
      kiwis>kiwi bus>bus status>status process>process tickets>ticket messages>messag boxes>box \
      addresses>address
      """
    ),
    (
      "past tenses and participles, step 1b",
      """
      agreed>agre agreedly>agre feed>feed proceed>proceed succeed>succeed exceed>exceed \
      bleed>bleed plastered>plaster bled>bled motoring>motor sing>sing luxuriated>luxuri \
      luxuriating>luxuri troubled>troubl sized>size hopping>hop hoped>hope hopped>hop tanned>tan \
      falling>fall hissing>hiss fizzed>fizz failing>fail filing>file added>add egged>egg \
      offing>off ebbed>ebb dying>die lying>lie tying>tie vying>vie evening>evening inning>inning \
      outing>outing earring>earring herring>herring canning>canning fallen>fallen pasted>paste \
      reopened>reopen resetting>reset blocked>block shipped>ship allowed>allow allowing>allow \
      repeatedly>repeat exceedingly>exceed
      """
    ),
    (
      "a final y, step 1c",
      """
      cry>cri by>by say>say happy>happi enjoy>enjoy reply>repli replied>repli replies>repli \
      delay>delay yearly>year toy>toy youth>youth yes>yes sayyid>sayyid
      """
    ),
    (
      "first derivations, step 2",
      """
      relational>relat conditional>condit rational>ration valency>valenc hesitancy>hesit \
      digitizer>digit conformably>conform radically>radic differently>differ vilely>vile \
      analogously>analog vietnamization>vietnam predication>predic operator>oper \
      feudalism>feudal decisiveness>decis hopefulness>hope callousness>callous formality>formal \
      sensitivity>sensit sensibility>sensibl geology>geolog geologist>geolog \
      psychologist>psycholog ontology>ontolog hopelessly>hopeless carefully>care \
      automatically>automat quickly>quick slowly>slowli rely>reli apology>apolog
      """
    ),
    (
      "second derivations, step 3",
      """
      triplicate>triplic formative>format formalize>formal electricity>electr electrical>electr \
      hopeful>hope goodness>good tentative>tentat alternative>altern authorization>author \
      national>nation practical>practic usefulness>use happiness>happi creative>creativ \
      relative>relat
      """
    ),
    (
      "endings in R2, step 4",
      """
      revival>reviv allowance>allow inference>infer airliner>airlin gyroscopic>gyroscop \
      adjustable>adjust defensible>defens irritant>irrit replacement>replac adjustment>adjust \
      dependent>depend adoption>adopt homologous>homolog communism>communism activate>activ \
      angularity>angular effective>effect bowdlerize>bowdler conversion>convers \
      connection>connect connected>connect connecting>connect connections>connect \
      connective>connect extension>extens payment>payment management>manag development>develop \
      configuration>configur installation>instal cancellation>cancel subscription>subscript \
      documentation>document notifications>notif escalation>escal
      """
    ),
    (
      "a final e or l, step 5",
      """
      probate>probat rate>rate cease>ceas controll>control roll>roll cancel>cancel \
      cancelled>cancel cancelling>cancel unable>unabl possible>possibl able>abl table>tabl \
      issue>issu queue>queue use>use used>use using>use user>user users>user email>email \
      invoice>invoic refund>refund bed>bed shed>shed shred>shred hope>hope hoping>hope note>note \
      noted>note
      """
    ),
    (
      "beginnings with regions of their own",
      """
      generate>generat generates>generat general>general generally>general generic>generic \
      communication>communic community>communiti commune>commune arsenal>arsenal arsenic>arsenic \
      emergency>emergenc emerging>emerg emerged>emerg international>internat internal>internal \
      interval>interval latter>latter later>later lateral>lateral organization>organiz \
      organ>organ organic>organic paste>paste past>past pasting>paste universe>univers \
      universal>universal university>universiti universities>universiti
      """
    ),
  ]
}
