extension DemoArticles {
  static let signIn = DemoArticle(
    slug: "sign-in-and-two-factor",
    text: """
      ---
      title: Sign in, passwords and two-factor codes
      status: published
      category: account
      tags: sign-in, password, two-factor, security
      author: ben
      excerpt: The link does not come, the code has expired, the address is old: what to do.
      ---

      # Sign in, passwords and two-factor codes

      One account serves the shop, the portal and Den.

      ## Set a new password

      1. On the sign-in page choose **Forgot it**.
      2. Type the address of the account.
      3. Open the link within 30 minutes, on any device.

      **No message?** Look in the spam folder. After three tries we stop sending for an hour, even
      if the page does not say so; more tries do not help.

      ## "This code has expired"

      Six-digit codes depend on the clock of your phone. Compare it with another clock: if it is
      more than a minute off, every code is wrong. Set it to automatic and use the *next* code.

      Phone lost? Use one of the ten recovery codes that you got when you switched two-factor on.
      Each works once. New ones can be printed under **Account**, **Security**.

      ## Change your e-mail address

      | step | where |
      | --- | --- |
      | type the new address | shop, **Account**, **E-mail** |
      | press the button in the message to the new address | your mail |
      | press "it is me" in the message to the old address | your mail, or wait seven days |

      Until the last step is done, Den knows you only by the old address. Recipes, grinders and
      Forage move along by themselves.

      ## Somebody else has signed in

      1. Choose **Security**, then **Sign out everywhere**.
      2. Set a password that you use nowhere else.
      3. [Write to us](https://gruffbadger.example/help) with the word "security" in the subject;
         such messages jump the queue.

      Nobody can see the full number of your card, not even we. And no, nobody can start the
      grinder from outside without having pressed the ring.
      """)

  static let erasure = DemoArticle(
    slug: "erase-your-data",
    text: """
      ---
      title: Erase your account and your data
      status: draft
      category: account
      tags: privacy, erasure
      author: dario
      excerpt: What we delete when you ask us to, what we have to keep, and for how long.
      ---

      # Erase your account and your data

      *Draft. Wording of the second table still has to be read by our lawyer.*

      You can ask us to forget you at any time, without giving a reason. Write from the address of
      the account, or through the portal while signed in.

      ## What goes

      | data | when |
      | --- | --- |
      | account, address book, saved cards | the same day |
      | grind statistics | within three working days |
      | messages with the help desk | within 30 days |
      | recipes that you shared | your name goes, the recipe stays |

      ## What stays

      | data | how long | why |
      | --- | --- | --- |
      | invoices | seven years | the tax office |
      | warranty of a sold grinder | until it ends | the next owner |

      What stays is kept apart from the shop and used for nothing else.

      ## Before you ask

      1. Export your recipes in Den: **Recipes**, **Share**, **Export all**.
      2. Hold the ring of the grinder for twenty seconds so that it forgets you too.
      3. Cancel Forage, or tell us to do it, see
         [Pause or cancel Forage](pause-or-cancel-forage.md).

      ## Only the statistics

      Switch off **Share statistics** in Den. From then on the grinder stores and sends nothing,
      and what we have is deleted within three days. Your account stays as it is.

      TODO: a button for all of this. Noor has it on the list, behind the other button.
      """)
}
