/// The words and sentences that made-up tickets are put together from.
enum Vocabulary {
  static let nouns = words(
    """
    order account password invoice delivery parcel refund card address app printer login payment \
    email subscription device screen cable battery update warranty receipt discount code charger \
    package courier adapter website page button file folder photo report backup network router \
    phone tablet keyboard speaker camera sensor licence plan seat voucher return label box lamp \
    kettle filter motor switch handle strap zip sleeve size colour manual part spare bracket hinge
    """)
  static let verbs = words(
    """
    use open find change send return cancel install update connect charge print pay download sync \
    reset replace repair order upload export import move delete restore activate register verify \
    unlock configure scan fold clean mount calibrate pair renew extend pause merge
    """)

  static let subjects = [
    "cannot %v my %n", "%n %p does not %v", "where is my %n?", "wrong %n in order %d",
    "%p: the %n is broken", "refund for %n %d", "question about the %n", "how do I %v the %n?",
    "%n missing since the update", "please %v my %n", "error %d when I %v the %n",
  ]
  static let complaints = [
    "I cannot %v the %n of my %p.", "The %n stopped working after I tried to %v it.",
    "It says error %d and then nothing happens.", "Yesterday the %n was still fine.",
    "I ordered a %p with a %n %d days ago and it has not come.", "My %n shows the wrong %n.",
    "When I %v the %n, the %n disappears.", "I have tried to %v it %d times.",
    "Could you %v the %n for me?", "The %n came without its %n.",
    "A friend with a %p does not have this with the %n.", "I need the %n before the weekend.",
  ]
  static let answers = [
    "Thank you for writing to us about the %n.", "I am sorry about the trouble with your %p.",
    "Please %v the %n and then try once more.", "I have asked a colleague to %v the %n.",
    "Your new %n leaves our store today with number %d.", "We will %v the %n within %d hours.",
    "Could you send us a photo of the %n?", "Under settings you can %v the %n yourself.",
    "The %p needs a %n that is not older than a year.", "I have credited %d euros to your %n.",
    "If that does not help, %v the %n and tell us what the screen says.",
  ]
  static let followUps = [
    "That worked, the %n is back.", "I did %v the %n, but it is still the same.",
    "Now it says error %d.", "Here is what you asked for: the %n has number %d.",
    "I do not have a %n, only the one from the %p.", "When will the %n come?",
    "My %p shows the %n again.", "Please %v it soon, I need the %n.",
  ]
  static let notes = [
    "Same as with the %p last week.", "The %n of this batch is known to fail.",
    "Asked the %n team, they want to %v it.", "Customer is patient; %v the %n first.",
    "Check %n %d before we %v anything.",
  ]

  /// Names that nothing else has, put together from syllables.
  static func names(_ count: Int, _ chance: inout some RandomNumberGenerator) -> [String] {
    let heads = words("ba ce do fi gu ka le mi no pu ra se ti vo")
    let tails = words("lux mex nia pro ron sta tic var wen xo zet dra")
    return (0..<count).map { number in
      let head = heads[Int.random(in: 0..<heads.count, using: &chance)]
      let middle = heads[number % heads.count]
      let tail = tails[number / heads.count % tails.count]
      let series = number / (heads.count * tails.count)
      let name = head.prefix(1).uppercased() + head.dropFirst() + middle + tail
      return series == 0 ? name : "\(name)-\(series)"
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
