extension DemoTickets {
  static let orders = """
    ticket: Where in the world is my grinder?
    from: Aroha Ngata <aroha@ngata.example>
    opened: 43d 2h before
    channel: email
    category: orders
    priority: normal
    tags: shipping, overseas
    order: GB-19240

    +0m aroha@ngata.example
      Kia ora,

      my Sett left Ghent three weeks ago and has been "in transit" in Singapore for eleven days.
      That is longer than I have ever been allowed to stay in Singapore. Do you know more than the
      tracking page?

      Aroha, Dunedin
    +1h10m ben assigns ben
    +1h45m ben
      Kia ora Aroha,

      not yet, but I have opened a search with the carrier. They promise an answer within four
      working days. I will write whether they do or not.

      Ben
    +1h46m ben sets status on_hold
    +4d3h ben
      They found it, behind a pallet of rice cookers. It flies tonight.
    +8d1h aroha@ngata.example
      It is here, it is beautiful, and it growls. Worth the wait, but only just.
    +8d3h ben resolves
      Welcome to the sett. There is a bag of beans on its way to you for the patience.
    +8d9h aroha@ngata.example rates 4
    +14d ben closes

    ticket: I ordered decaf and have not slept since
    from: Olumide Adeyemi <olu.adeyemi@postbox.example>
    opened: 36d 5h before
    channel: chat
    category: orders
    priority: normal
    tags: wrong-item, forage
    order: GB-19655

    +0m olu.adeyemi@postbox.example
      quick question. the bag says "Night Shift DECAF" on the front. the small print on the back
      says "Day Shift". which side should I believe? it is 3 am and I have a theory
    +3h26m chioma assigns chioma
    +5h10m chioma
      Good morning, if you ever went to bed: believe the back. A roll of front labels went onto
      the wrong bags, about forty of them. The right decaf leaves today, and please keep the
      other.
    +5h30m olu.adeyemi@postbox.example
      I painted the hallway. it looks great. thank you
    +5h50m chioma notes
      Told the roastery. 38 more customers with batch DS-114 need a message, list is with Ada.
    +5h55m chioma tags +batch-ds-114
    +6h chioma resolves
      Sleep well tonight, Olu. If the decaf keeps you awake as well, it is the hallway.
    +7h olu.adeyemi@postbox.example rates 5
      wide awake 5 stars
    +4d chioma closes

    ticket: Parcel left out in the rain
    from: Siobhan Keane <siobhan@keane-books.example>
    opened: 31d 3h before
    channel: phone
    category: orders
    priority: high
    tags: damage, carrier
    phone: +44 1632 960288
    order: GB-19874

    +0m siobhan@keane-books.example
      (Call) The carrier left the parcel in front of the bookshop, in the rain, over the weekend.
      The box is "porridge". Caller has not dared to plug the grinder in. Wants to know whether
      she should, and whether we know what a doorbell is.
    +15m ben assigns ben
    +48m ben
      Dear Siobhan,

      thank you for not plugging it in; please leave it that way. A new one goes out this
      afternoon, with a signature required. The courier takes the wet one along.

      Ben
    +50m ben sets status pending
    +2d4h siobhan@keane-books.example
      New one arrived, dry, handed to an actual person. I withdraw the remark about the doorbell.
    +2d5h ben resolves
      Noted and withdrawn. Enjoy the coffee between the books.
    +5d ben closes
    +6d siobhan@keane-books.example reopens
      The courier never took the wet one along. It stands in Poetry, where it does not belong.
    +6d2h ben resolves
      He comes tomorrow between nine and ten, and he has been told about the doorbell.

    ticket: Deliver to my neighbour, but not that neighbour
    from: Kofi Mensah <kofi.mensah@harbourmail.example>
    opened: 26d 7h before
    channel: web
    category: orders
    priority: low
    tags: delivery
    order: GB-20011

    +0m kofi.mensah@harbourmail.example
      We are away when the beans come. Could the parcel go to number 14? Not number 10. Long
      story, involves a hedge.
    +2h40m ben assigns ben
    +4h ben
      Hi Kofi, number 14 it is. I have written "not 10" on the label as well, without the hedge.
    +4h1m ben sets status pending
    +3d6h kofi.mensah@harbourmail.example
      Arrived at 14. Peace holds.
    +3d8h ben resolves
      Long may it hold. 14 is in your address book now, in case you go away again.
    +9d ben closes

    ticket: Cancelled the wrong order (my fault)
    from: Elif Yıldız <elif@yildiz.example>
    opened: 22d 4h before
    channel: chat
    category: orders
    priority: high
    tags: cancellation
    order: GB-20177

    +0m elif@yildiz.example
      help, I wanted to cancel the cleaning tablets and cancelled the Sett for my father's
      birthday instead. it's this week!!
    +4m chioma
      Hi Elif, breathe. The warehouse has not unpacked it yet. Give me ten minutes.
    +5m chioma sets status in_progress
    +16m chioma notes
      Cancellation reversed by hand, GB-20177 keeps its place in the queue. Tablets cancelled.
    +18m chioma resolves
      Your Sett is back on its way and the tablets are cancelled. The birthday is saved, and your
      father needs to know nothing.
    +20m elif@yildiz.example
      you are a wonderful person, please tell your boss
    +30m chioma resolves
      I have told her. She says that she suspected it.
    +35m elif@yildiz.example rates 5
      Ten minutes were seven.
    +3d chioma closes

    ticket: Offer for an office of forty
    from: Farida Rahimi <farida@northpier-studio.example>
    opened: 18d 6h before
    channel: email
    category: orders
    priority: normal
    tags: business, quote

    +0m farida@northpier-studio.example
      Hello,

      we are forty people and one very tired grinder. Could you make us an offer for two Boars,
      a service contract, and about 12 kg of beans a month? We are choosing at the end of next
      week. Two of us insist on oat milk, which I mention for completeness.

      Kind regards
      Farida Rahimi, Northpier Studio
    +3h33m dario assigns dario
    +5h20m dario
      Dear Farida,

      thank you, that sounds like a good day's work for two Boars. I am putting the offer
      together and need a price for the service contract from our workshop.

      Dario
    +5h25m dario sets status in_progress
    +1d20h farida@northpier-studio.example
      Any news? We have two other offers on the table.
    +2d6h dario
      It is coming this afternoon, I have the last number now. Sorry for the wait.
    +2d12h dario resolves
      Dear Farida, the offer is attached to your portal: two Boars, service within two working
      days, beans at the café price. It holds for 30 days.
    +3d2h farida@northpier-studio.example rates 3
      Good offer, slow offer.
    +10d dario closes

    ticket: Tracking says delivered. Tracking is lying.
    from: Nikhil Deshmukh <nikhil@deshmukh.example>
    opened: 14d 8h before
    channel: phone
    category: orders
    priority: high
    tags: carrier, lost
    phone: +1 555 0142
    order: GB-20390

    +0m nikhil@deshmukh.example
      (Call) Tracking shows "delivered, signed by NIKIL". Caller spells his name with an h, was on
      a train at that time, and has no parcel. Concierge has not seen it either.
    +33m ben assigns ben
    +50m ben
      Hello Nikhil,

      I have asked the carrier for the signature and the position of the van. If it is not found
      within two days, we send a new one, whoever signed.

      Ben
    +52m ben sets status on_hold
    +1d20h ben
      The van stood in front of number 71, you live at 17. Could somebody there have it?
    +1d21h nikhil@deshmukh.example
      Somebody there had it. Lovely lady, had already looked up how to descale it. I did not have
      the heart to say that grinders need no descaling.
    +1d22h ben resolves
      Send her our regards. We have told the carrier about the order of digits.
    +2d nikhil@deshmukh.example rates 4
    +7d ben closes

    ticket: Kann ich die Farbe noch ändern?
    from: Annika Brandt <annika.brandt@brieftaube.example>
    opened: 8d 3h before
    channel: email
    category: orders
    priority: normal
    tags: change, german
    order: GB-20655

    +0m annika.brandt@brieftaube.example
      Liebes Dachsteam,

      ich habe gestern einen Sett in Schiefer bestellt, und heute Nacht ist mir klar geworden,
      dass er in Moosgrün sein muss. Geht das noch? Mein Mann sagt, ich soll euch in Ruhe lassen.

      Annika Brandt
    +26m ada assigns ada
    +40m ada
      Liebe Annika,

      das geht, er wird erst heute Nachmittag verpackt. Moosgrün ist geändert, der Preis bleibt
      gleich. Grüße an den Mann.

      Ada
    +1h annika.brandt@brieftaube.example
      Ihr seid großartig. Er grüßt zurück, etwas kleinlaut.
    +1h10m ada resolves
      Viel Freude damit. Zu Moosgrün passt übrigens fast jeder Mann.
    +1h30m annika.brandt@brieftaube.example rates 5
      Schnell, freundlich, moosgrün.
    +5d ada closes

    ticket: [bean-and-gone] test order 0001, do not ship
    from: Bean & Gone Orders <orders@bean-and-gone.example>
    opened: 10d 2h before
    channel: api
    category: orders
    priority: low
    tags: reseller, test
    order: BG-0001

    +0m orders@bean-and-gone.example
      source: bean-and-gone/shop-bridge 0.9
      kind: order.question
      text: This is a test of the order bridge. Please do not ship four hundred grinders.
    +1h2m chioma reads
    +1h20m chioma notes
      Called them: really a test. Asked them to use the sandbox key next time.
    +1h22m chioma sets status cancelled

    ticket: Customs wants a paper that I do not have
    from: Aroha Ngata <aroha@ngata.example>
    opened: 1d 8h before
    channel: email
    category: orders
    priority: normal
    tags: customs, overseas
    order: GB-20944

    +0m aroha@ngata.example
      Kia ora again,

      this time it is the burrs. Customs holds them and asks for "a declaration of the material
      of the grinding elements". They are burrs. They are steel, I hope? Without the paper they go
      back to you in ten days.

      Aroha
    +55m chioma assigns chioma
    +1h50m chioma
      Hi Aroha,

      steel, hardened, no coating. I have written the declaration and put our stamp on it, badger
      included. Could you send me the reference number from the customs letter? It has to be on
      it.

      Chioma
    +1h51m chioma sets status pending
    +1d6h aroha@ngata.example reads

    ticket: Forgot to enter my discount code
    from: Sam Okonkwo-Reed <sam@okonkwo-reed.example>
    opened: 40m before
    channel: web
    category: orders
    priority: low
    tags: discount
    order: GB-21007

    +0m sam@okonkwo-reed.example
      Hi! I just ordered and pressed the button while the code was still in my clipboard. It is
      EARLYBADGER. Any chance to have the 10 % after the fact? If not, no hard feelings, I press
      buttons too quickly.
    +9m sam@okonkwo-reed.example
      PS: I would also take a sticker of the badger instead.

    ticket: Beans arrived as powder
    from: Olumide Adeyemi <olu.adeyemi@postbox.example>
    opened: 9h 15m before
    channel: chat
    category: orders
    priority: normal
    tags: forage, wrong-item
    order: GB-20988

    +0m olu.adeyemi@postbox.example
      me again. today's bag is already ground. I own your grinder. it looked at the bag and I
      swear it was offended
    +22m chioma assigns chioma
    +35m chioma
      Hello Olu! It has every right to be. Could you read me the four signs under the best-before
      date? Then I know whether it is one bag or a batch again.
    +50m olu.adeyemi@postbox.example
      DS-131. and I slept, thanks for asking
    +1h5m chioma sets status in_progress
    +1h10m chioma notes
      DS-131 was ground for the espresso bar at the fair. Roastery counts how many went to
      subscribers.
    +8h20m chioma
      Six bags went astray, yours is one of them. Whole beans leave tonight.
    """
}
