extension DemoTickets {
  static let billing = """
    ticket: Charged twice for the same bag of beans
    from: Maya Lindqvist <maya@lindqvist.example>
    opened: 41d 3h before
    channel: email
    category: billing
    priority: high
    tags: forage, double-charge
    order: GB-19377

    +0m maya@lindqvist.example
      Hej,

      my bank shows two payments of 17.40 for order GB-19377. One bag arrived. I like your
      Ethiopian very much, but not twice as much as agreed.

      Maya
    +10m dario assigns dario
    +1h5m dario
      Hi Maya,

      our payment provider repeated the request when its answer was slow. The second payment is
      ours to return and is on its way back, 17.40, three to five working days.

      Dario
    +1h6m dario sets status pending
    +2d20h maya@lindqvist.example
      It is back already. Thank you for not asking me to prove anything!
    +2d21h dario resolves
      Your bank is faster than ours. Enjoy the single bag.
    +2d23h maya@lindqvist.example rates 5
    +6d dario closes

    ticket: Invoice with our VAT number, please
    from: Jonas Reuter <jonas@oma-trude.example>
    opened: 33d 1h before
    channel: email
    category: billing
    priority: normal
    tags: invoice, cafe
    order: GB-19802

    +0m jonas@oma-trude.example
      Hello Gruff Badger,

      on the invoice for our second Boar the VAT number of the café is missing, and our accountant
      is not a forgiving woman. Could you send a corrected one?

      Jonas, Kaffeehaus Oma Trude
    +1h26m dario assigns dario
    +2h10m dario
      Hello Jonas,

      I will gladly. Which number should it carry? There are two in your file, an old one and one
      that was entered last month.
    +2h11m dario sets status pending
    +7h jonas@oma-trude.example
      The newer one. The old one belongs to Trude herself, who has retired.
    +8h30m dario resolves
      The corrected invoice is in your portal under Documents, and the old number is gone from
      your file. Greetings to Trude.
    +1d jonas@oma-trude.example rates 4
    +5d dario closes

    ticket: Your subscription is a trap
    from: Brett Callahan <bcallahan@fastlane.example>
    opened: 27d 8h before
    channel: social
    category: billing
    priority: high
    tags: forage, cancellation, angry

    +0m bcallahan@fastlane.example
      So I can subscribe to @gruffbadger beans with ONE tap, but to cancel I have to "write to our
      friendly team"?? Here I am. Writing. Cancel it. Three bags are piling up on my counter.
    +2h10m ben assigns ben
    +3h15m ben
      Hi Brett, fair point, and sorry for the silence. Forage is cancelled as of now, and the bag
      that leaves tomorrow will not leave. The unopened ones can come back for a refund if you
      like.
    +3h40m bcallahan@fastlane.example
      Took you three hours. Keep the refund, I'll drink the stuff. But put a button in the app.
    +4h10m ben notes
      Sixth complaint about the missing button this quarter. Linked for Noor.
    +4h20m ben tags +feature-request -angry
    +4h30m ben resolves
      Understood. The button is on the list, with your words next to it.
    +6h bcallahan@fastlane.example rates 2
      Fine in the end. Should not need an end.
    +5d ben closes

    ticket: Remboursement non reçu
    from: Amélie Fontaine <amelie@fontaine.example>
    opened: 21d 4h before
    channel: email
    category: billing
    priority: normal
    tags: refund, french
    order: GB-19951

    +0m amelie@fontaine.example
      Bonjour,

      j'ai renvoyé le Cub il y a deux semaines et le suivi indique qu'il est bien arrivé à Gand.
      Je n'ai toujours pas été remboursée (89 euros). Pouvez-vous vérifier ?

      Cordialement,
      Amélie Fontaine
    +1h dario assigns dario
    +1h30m dario
      Bonjour Amélie,

      le colis est bien chez nous, mais il attendait sur la mauvaise étagère. Je lance le
      remboursement dès que l'atelier l'a vérifié.

      Dario
    +1h45m dario sets status in_progress
    +1d2h dario notes
      Workshop has not looked at it yet, they are three behind. Asked again.
    +2d22h amelie@fontaine.example
      Toujours rien. Faut-il que je vienne à vélo ?
    +3d1h dario resolves
      Ce ne sera pas nécessaire, même si nous aurions offert le café. Les 89 euros sont partis ce
      matin. Toutes mes excuses pour l'attente.
    +4d amelie@fontaine.example rates 3
      Correct, mais lent.
    +9d dario closes

    ticket: Gift card says its balance is zero
    from: Grace Mbeki <grace@mbeki.example>
    opened: 16d 2h before
    channel: web
    category: billing
    priority: normal
    tags: gift-card

    +0m grace@mbeki.example
      My brother gave me a 50 euro gift card and the shop says it holds 0.00. Either your shop is
      mistaken or my brother is in trouble. I would like to know which before dinner.
    +1h13m ben assigns ben
    +1h50m ben
      Hello Grace,

      your brother is innocent. The card was bought but never activated, because his bank asked
      for a second confirmation that he missed. He only has to confirm it, then the 50 euros
      appear.

      Ben
    +1h51m ben sets status pending
    +5h20m grace@mbeki.example
      He had "seen something pop up". It is there now. Dinner was saved.
    +5h45m ben resolves
      Good. Our apologies to the brother, and enjoy your 50 euros.
    +6h grace@mbeki.example rates 5
    +4d ben closes

    ticket: Pausar la suscripción durante las vacaciones
    from: Lucía Herrero <lucia.herrero@correo.example>
    opened: 11d 6h before
    channel: portal
    category: billing
    priority: low
    tags: forage, spanish

    +0m lucia.herrero@correo.example
      Hola:

      me voy seis semanas a casa de mi madre, que tiene su propio café y opiniones muy firmes.
      ¿Puedo pausar Forage sin perder el precio antiguo?

      Un saludo,
      Lucía
    +2h13m dario assigns dario
    +3h20m dario
      Hola, Lucía:

      sí, y el precio se conserva. He puesto la pausa de seis semanas a partir de mañana. Si
      vuelves antes, basta con pulsar Reanudar en el portal.

      Dario
    +3h25m dario sets status pending
    +9h lucia.herrero@correo.example
      ¡Perfecto, muchas gracias! Le llevaré un paquete a mi madre, a ver qué dice.
    +9h30m dario resolves
      ¡Buen viaje! Y cuéntanos el veredicto, aunque sea duro.
    +6d dario closes

    ticket: Card declined, but the money is gone
    from: Yuki Tanaka <yuki@tanaka.example>
    opened: 6d 3h before
    channel: phone
    category: billing
    priority: high
    tags: payment
    phone: +44 1632 960417
    order: GB-20733

    +0m yuki@tanaka.example
      (Call) Ms Tanaka ordered a Sett. The shop told her that the card was declined, yet her bank
      shows 349.00 as paid. She tried a second card, which worked. She would like to own one
      grinder and to have paid for one grinder.
    +17m ben assigns ben
    +26m ben
      Dear Ms Tanaka,

      as promised on the phone: the first payment was only reserved, never collected. Your bank
      releases it by itself within three days. I will keep this open until it has.

      Ben Halloran
    +30m ben sets status pending
    +2d22h yuki@tanaka.example
      The reservation has disappeared this morning. The grinder has appeared. Everything is as it
      should be, thank you.
    +2d23h ben resolves
      What a good sentence. Enjoy it!
    +3d2h yuki@tanaka.example rates 5
      He called back when he said he would.

    ticket: Please move our invoices to a different company
    from: Inês Carvalho <ines@carvalho-arquitetos.example>
    opened: 2d 5h before
    channel: email
    category: billing
    priority: normal
    tags: invoice, forage
    order: GB-20861

    +0m ines@carvalho-arquitetos.example
      Hello,

      the office has a new name and a new tax number since the merger (yes, over coffee). Can the
      Forage subscription for the office simply go on with invoices to the new company?

      Inês Carvalho
    +1h40m ben assigns team billing
    +2h15m ada
      Hello Inês,

      congratulations! It can go on without a gap. We need the new tax number and one sentence
      from somebody who may sign for the new company; a reply to this message is enough.

      Ada
    +2h16m ada sets status pending
    +1d9h ines@carvalho-arquitetos.example
      The number is PT 500 000 000. The signature has to wait for our partner, who is on a boat
      until the end of the week. I will come back to you.
    +1d9h40m ada
      Boats come first. Invoices stay as they are until then.
    +1d9h41m ada sets status pending
    +2d3h ada notes
      Number checked in the register, it is valid. Only the signature is missing.

    ticket: Refund promised, refund not seen
    from: Brett Callahan <bcallahan@fastlane.example>
    opened: 1d 7h before
    channel: email
    category: billing
    priority: high
    tags: refund, forage
    order: GB-20102

    +0m bcallahan@fastlane.example
      I changed my mind about those three bags and sent them back like Ben said I could. Parcel
      delivered nine days ago. Refund: nothing. I am starting to see a pattern with you people.
    +18m ben assigns dario
    +1h25m ben
      Hi Brett,

      the bags are here and in good shape, I have checked. The refund itself has to be released by
      our billing team; I have handed it over with everything they need.

      Ben
    +6h10m bcallahan@fastlane.example
      "Handed over". OK.
    +1d2h ben notes
      Dario has been away since yesterday and this was sitting with him. Who can release refunds
      besides Ada?
    +1d5h bcallahan@fastlane.example
      That was more than a day. Is there a human in billing?
    """
}
