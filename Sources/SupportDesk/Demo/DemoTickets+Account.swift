extension DemoTickets {
  static let account = """
    ticket: Cannot sign in since I changed my e-mail address
    from: Priya Raghunathan <priya.r@postbox.example>
    opened: 38d 5h before
    channel: email
    category: account
    priority: normal
    tags: sign-in

    +0m priya.r@postbox.example
      Hello,

      I changed my address in the web shop from my work one to this one. The shop is happy. The
      app is not: "we do not know you". It has known me for two years and it knows exactly how I
      like my flat white, so this hurts a little.

      Priya
    +23m ben assigns ben
    +35m ben
      Hi Priya,

      the shop and the app keep the address separately until you confirm the new one. Could you
      look for a message called "Is this still you?" (also in the spam folder) and press the
      button in it?

      Ben
    +36m ben sets status pending
    +4h10m priya.r@postbox.example
      Spam folder, of course. It works, and the app remembers me again. Thank you!
    +4h40m ben resolves
      Lovely. I have told the people who write that message that it sounds like spam, because it
      does.
    +4h55m priya.r@postbox.example rates 5
      Quick, and funny about it.
    +3d ben closes

    ticket: Passwort-Link kommt nicht an
    from: Jonas Reuter <jonas@oma-trude.example>
    opened: 29d 2h before
    channel: portal
    category: account
    priority: high
    tags: sign-in, cafe, german

    +0m jonas@oma-trude.example
      Guten Morgen,

      wir haben bei Oma Trude einen neuen Kollegen, der das Passwort für den Boar zurücksetzen
      wollte. Der Link kommt nicht an, auch nach fünf Versuchen nicht. Ohne Anmeldung können wir
      die Rezepte nicht ändern, und die neue Röstung läuft viel zu schnell durch.

      Grüße aus Leipzig
      Jonas Reuter
    +12m ada assigns ada
    +31m ada
      Guten Morgen Jonas,

      nach drei Versuchen sperren wir den Versand für eine Stunde, daher kam nach dem dritten
      nichts mehr. Ich habe die Sperre aufgehoben und gerade einen neuen Link geschickt. Er gilt
      30 Minuten.

      Viele Grüße
      Ada
    +52m jonas@oma-trude.example
      Ist da, hat funktioniert. Danke! Die Röstung schmeckt auch wieder.
    +1h5m ada resolves
      Das freut mich, vor allem für die Röstung.
    +1h7m ada notes
      The page should say that we stop sending after three tries. Asked Noor to put it on the
      list.
    +2d1h jonas@oma-trude.example closes

    ticket: Delete my account and everything you know about me
    from: Siobhan Keane <siobhan@keane-books.example>
    opened: 24d 6h before
    channel: web
    category: account
    priority: normal
    tags: privacy, erasure

    +0m siobhan@keane-books.example
      I am selling the grinder and I would like you to forget me. All of it: the account, the
      orders, the "grind statistics" nobody asked for. Please confirm in writing, and please do
      not send me a survey about how it felt.
    +4h13m dario assigns dario
    +6h20m dario
      Dear Siobhan,

      sorry that this waited over the morning. We can delete the account, the statistics and the
      subscription at once. Invoices have to stay for seven years because the tax office says so;
      they will be kept outside the shop and used for nothing else.

      Is that all right with you?

      Dario
    +7h siobhan@keane-books.example
      It will have to be. Go ahead.
    +7h15m dario sets status in_progress
    +7h20m dario notes
      Statistics live in the old database, and only Wout may delete there. He is at a fair.
    +3d2h dario resolves
      Done: account, statistics, address book, two saved cards. What is left are three invoices.
      This took longer than it should have. No survey will follow, I promise.
    +3d5h siobhan@keane-books.example reads
    +6d dario closes

    ticket: Two accounts, one grinder, one marriage
    from: Kofi Mensah <kofi.mensah@harbourmail.example>
    opened: 17d 9h before
    channel: chat
    category: account
    priority: low
    tags: sharing

    +0m kofi.mensah@harbourmail.example
      hi! my wife and I both made an account and now the grinder belongs to her and I can only
      watch it in the app like a museum visitor. can you merge us?
    +9m ben assigns ben
    +14m ben
      Hi Kofi! Merging people is above my pay grade, but sharing a grinder is easy: your wife
      opens Den, taps the Sett, then People, then Invite, and types your address. You keep your
      own recipes.
    +19m kofi.mensah@harbourmail.example
      she says she'll think about it
    +21m ben sets status pending
    +2h45m kofi.mensah@harbourmail.example
      she thought about it. I'm in!
    +3h ben resolves
      Congratulations to you both.
    +3h2m kofi.mensah@harbourmail.example rates 5
    +5d ben closes

    ticket: The six-digit code is always "expired"
    from: Tomasz Wieczorek <tomasz@wieczorek.example>
    opened: 9d 4h before
    channel: email
    category: account
    priority: high
    tags: sign-in, two-factor

    +0m tomasz@wieczorek.example
      I turned on two-factor sign-in last night, like a responsible adult. Since then every code
      from my authenticator is "expired", including codes that are two seconds old. I am locked
      out of the shop and of Den. The recovery codes are in a drawer in another city.
    +26m chioma assigns chioma
    +40m chioma
      Hi Tomasz,

      codes depend on the clock of your phone. If it is more than a minute off, every code is
      wrong. Could you compare it with any other clock?

      Chioma
    +55m tomasz@wieczorek.example
      Four minutes ahead. I had set it by hand so that I stop missing trams. It did not occur to
      me that I was breaking cryptography.
    +1h20m chioma resolves
      That is the best reason so far. Set it to automatic, and the next code will work. One
      more for your drawer: new recovery codes can be printed under Account, Security.
    +1h50m tomasz@wieczorek.example rates 5
      In, and on time for the tram by other means.
    +4d chioma closes

    ticket: Never mind, I remembered my password
    from: Dagny Halvorsen <dagny@halvorsen.example>
    opened: 13d 7h before
    channel: web
    category: account
    priority: low

    +0m dagny@halvorsen.example
      I forgot my password and the hint I left for myself is "the usual".
    +25m dagny@halvorsen.example
      It was the usual. Please ignore me.
    +48m ben reads
    +50m ben sets status cancelled

    ticket: Someone signed in from a country I have never been to
    from: Marta Kovács <marta.kovacs@postbox.example>
    opened: 2h 20m before
    channel: email
    category: account
    priority: urgent
    tags: security, sign-in

    +0m marta.kovacs@postbox.example
      I got a message that somebody signed in to my account from a place 9000 km away, at 4 in the
      morning. My card is saved there! And can they switch on my grinder??
    +8m ada assigns ada
    +17m ada
      Hello Marta,

      I have signed out every device and locked purchases on your account, so nobody can order
      anything or reach the grinder now. Saved cards are only known to us by their last four
      digits.

      Please choose a new password with the link I am sending separately. Did you use the same one
      elsewhere?

      Ada
    +20m ada notes
      One sign-in, right password at the first try, no order, no change. Looks like a password
      reused from another shop. Checking whether the same address tried other accounts.
    +21m ada sets status in_progress
    +1h35m marta.kovacs@postbox.example
      New password set. And yes. I used it everywhere, please don't tell my son, he works with
      computers. Was anything bought?

    ticket: Changer l'adresse e-mail de mon compte
    from: Hugo Delacroix <hugo.delacroix@courrier.example>
    opened: 1h 50m before
    channel: web
    category: account
    priority: normal
    tags: french

    +0m hugo.delacroix@courrier.example
      Bonjour,

      mon fournisseur ferme ses portes et je vais perdre mon adresse actuelle dans dix jours.
      Comment puis-je la remplacer sans perdre mon abonnement Forage ni mes recettes ?

      Merci d'avance, et bravo pour le blaireau sur les cartons.

      Hugo Delacroix
    +20m ada assigns team tier-1
    """
}
