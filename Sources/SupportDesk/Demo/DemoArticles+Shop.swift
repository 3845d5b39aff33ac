extension DemoArticles {
  static let tracking = DemoArticle(
    slug: "track-your-order",
    text: """
      ---
      title: Track, change or stop an order
      status: published
      category: orders
      tags: shipping, tracking, customs
      author: ben
      excerpt: Where your parcel is, how long it may take, and how long you can change your mind.
      ---

      # Track, change or stop an order

      Every order has a number such as `GB-20418`. It is in the first message that we sent you and
      in the shop under **Orders**, with a link to the carrier.

      ## How long it takes

      | to | beans | grinders |
      | --- | --- | --- |
      | Belgium, Netherlands, Luxembourg | 1 to 2 days | 1 to 2 days |
      | rest of the EU | 2 to 4 days | 3 to 5 days |
      | UK, Norway, Switzerland | 4 to 6 days | 5 to 8 days |
      | elsewhere | we do not ship beans | 2 to 5 weeks |

      ## Change or stop it

      Orders are packed at 14:00 in Ghent. Until then you can change colour, address or contents
      under **Orders**, then **Change**. After that, write to us at once: a person can sometimes
      still catch the box.

      ## "Delivered", but not here

      1. Look for a card, and ask the neighbours on both sides.
      2. Compare the house number in the tracking. Digits like to swap places.
      3. Write to us. We ask the carrier for the signature and the position of the van. If the
         parcel is not found within two working days, we send a new one.

      ## Customs

      Outside the EU, customs may ask for a declaration of the material. Send us the reference
      number of their letter and we write it the same day. Duties are the only thing that we
      cannot pay for you.

      ## Wet, crushed or open

      Leave it unplugged and read [Warranty and repairs](warranty-and-repairs.md).
      """)

  static let returns = DemoArticle(
    slug: "returns-and-refunds",
    text: """
      ---
      title: Returns and refunds
      status: published
      category: billing
      tags: refund, return, payment
      author: dario
      excerpt: Thirty days to change your mind, and what happens to your money on the way back.
      ---

      # Returns and refunds

      You have 30 days to return a grinder, used or not, and 14 days for unopened beans. Opened
      beans are yours; give them to somebody you like.

      1. In the shop, open **Orders**, choose the order, then **Return**.
      2. Print the label, or show the code at the parcel counter.
      3. Empty the hopper. We have found beans, coins and once a tooth.
      4. Keep the receipt until the money is there.

      ## When the money arrives

      | paid by | after we have checked the parcel |
      | --- | --- |
      | card | 3 to 5 working days |
      | bank transfer | 1 to 2 working days |
      | gift card | at once, on the same card |
      | invoice | a credit note on the same day |

      Checking takes up to three working days. You get a message at each step. If you hear nothing
      for longer than that, something is stuck on our side: please write, and put the order number
      into the subject.

      ## Charged twice?

      Usually one of the two is only **reserved**: the bank lets go of it within three days by
      itself. If both are still there on the fourth day, send us the two dates and the amounts. No
      need to prove anything.

      ## A gift card with nothing on it

      The buyer probably still has to confirm the payment with the bank. Ask them to look for a
      message that they have dismissed; the balance appears as soon as they confirm.

      To stop a subscription, see [Pause or cancel Forage](pause-or-cancel-forage.md).
      """)

  static let forage = DemoArticle(
    slug: "pause-or-cancel-forage",
    text: """
      ---
      title: Pause or cancel Forage
      status: published
      category: billing
      tags: forage, subscription, cancellation
      author: dario
      excerpt: Skip a bag, rest for a summer, or leave for good, without losing your old price.
      ---

      # Pause or cancel Forage

      Forage sends you beans every one, two, four or six weeks. Nothing about it is meant to be
      hard to stop.

      | you want to | where | until |
      | --- | --- | --- |
      | skip one bag | portal, **Next bag**, **Skip** | noon of the day before it leaves |
      | pause up to six months | portal, **Pause** | the same |
      | change beans or rhythm | portal, **Edit** | the same |
      | cancel | write to us, one sentence is enough | any time |

      ## Pause

      1. Open the portal and choose **Pause**.
      2. Pick the day on which the next bag should leave.
      3. Press **Rest**.

      Your price stays as it was, even if ours has changed meanwhile. To come back early, press
      **Resume**.

      ## Cancel

      For now this needs a message, because there is no button for it yet. We know how that looks.
      It is being built, and until then we answer cancellations before anything else. There are no
      notice periods, no fees, and nobody will try to talk you out of it.

      Bags that have not left are refunded in full, see
      [Returns and refunds](returns-and-refunds.md).

      ## Too many bags?

      Whole beans keep for about three months in the closed bag and a year in the freezer. Do not
      open the bag while it is cold, or the beans will get wet.

      ## For companies

      One invoice a month, VAT number and cost centre on every line. When your company changes its
      name, send us the new tax number and a sentence from somebody who may sign.
      """)
}
