extension DemoTickets {
  static let hardware = """
    ticket: Grinds for two seconds, then stops
    from: Maya Lindqvist <maya@lindqvist.example>
    opened: 40d 6h before
    channel: email
    category: hardware
    priority: high
    tags: sett, motor, warranty
    order: GB-18820

    +0m maya@lindqvist.example
      The Sett starts, growls for two seconds, stops, and the ring turns red. Same beans, same
      setting as always. I have emptied it and tried again, the way the app told me to.
    +1h10m ben
      Hi Maya,

      that is the jam sensor. Please take out the upper burr (a quarter turn to the left) and look
      for a small stone. There is one in every tenth sack, sadly.

      Ben
    +3h maya@lindqvist.example
      No stone. I looked with a torch and then with my daughter, who has better eyes.
    +3h20m ben assigns team tier-2
    +4h chioma assigns chioma
    +4h5m chioma notes
      Current peaks at start in her telemetry, like the batch with the tight bearings from spring.
      The workshop wants to test a replacement board first.
    +1d7h chioma resolves
      Hi Maya, this is Chioma from the workshop side. It is the bearing, our fault, and under
      warranty. A new Sett is with the courier, who also takes the old one. Thank you for lending
      us your daughter's eyes.
    +1d9h maya@lindqvist.example rates 4
      A day too long without coffee, but honest.
    +8d chioma closes

    ticket: It smells like a tram
    from: Grace Mbeki <grace@mbeki.example>
    opened: 34d 9h before
    channel: phone
    category: hardware
    priority: critical
    tags: safety, sett, motor
    phone: +44 1632 960551
    order: GB-18467

    +0m grace@mbeki.example
      (Call, transferred twice) The grinder smells "like the brakes of a tram" and the bottom is
      too hot to touch. It is unplugged now. Nobody hurt.
    +48m ada
      Dear Grace,

      please leave it unplugged and do not open it. I am sorry that you were passed around and
      waited so long for this. A courier picks it up today, and we pay for everything.

      Ada Verhaeghe
    +50m ada sets status in_progress
    +52m ada tags +recall-check
    +2h ada notes
      Third with power board revision C. Wout stops shipping revision C until we have opened it.
    +3h10m ada resolves
      The courier has your grinder and a new one (with the newer board) arrives tomorrow. Chioma
      will open the old one tonight and I will tell you what we find.
    +5d ada
      As promised: a screw was missing under the heat sink. We have checked the 60 others of that
      week, two had the same. Thank you, you may have prevented something worse.
    +5d2h grace@mbeki.example rates 5
      Bad start, excellent finish.
    +5d3h ada closes

    ticket: Boar 0417 reports E14
    from: Jonas Reuter <jonas@oma-trude.example>
    opened: 30d 2h before
    channel: api
    category: hardware
    priority: urgent
    tags: boar, cafe, e14

    +0m jonas@oma-trude.example
      Boar 0417, firmware 3.4.1, reported by itself. Last lines of its log:

        [  8121.004] grind: dose 18.0 g, setting 11
        [  8123.371] motor: current 9.8 A (limit 9.5 A)
        [  8123.372] motor: retry 1 of 3
        [  8125.902] motor: current 9.9 A (limit 9.5 A)
        [  8128.433] motor: retry 3 of 3
        [  8128.434] E14: stalled, giving up; ring = red

      Counter since service: 61,210 doses.
    +20m chioma assigns chioma
    +38m chioma
      Guten Morgen Jonas, your left Boar says that it is stalled. The counter is at 61,000 doses
      and the burrs are made for 50,000, so I believe it. Do you still have the spare pair in the
      cupboard?
    +55m jonas@oma-trude.example
      We do! I did not even know that it writes to you. A bit eerie, very practical.
    +1h chioma sets status pending
    +2h30m jonas@oma-trude.example
      Swapped, calibrated, running. Queue at the door is moving again.
    +2h40m chioma resolves
      Sehr gut. The next pair is in your cupboard by the end of the week, on the café price.
    +2h45m chioma notes
      Idea for Noor: let the Boar say at 45,000 doses that it will want burrs soon.

    ticket: The lid of the hopper is gone
    from: Dagny Halvorsen <dagny@halvorsen.example>
    opened: 25d 5h before
    channel: web
    category: hardware
    priority: low
    tags: sett, spare-part
    order: GB-18999

    +0m dagny@halvorsen.example
      Not broken. Gone. We have moved house and everything arrived except the lid of the bean
      hopper. At the moment a saucer does its work. Can one buy just the lid?
    +1h40m ben assigns ben
    +2h30m ben
      Hi Dagny, one can: 9 euros in the shop under Spare parts, "lid, smoked". Say the word and I
      put one into your next Forage box without postage.
    +2h31m ben sets status pending
    +1d dagny@halvorsen.example
      The word!
    +1d2h ben resolves
      It travels with your next bag.
    +1d3h dagny@halvorsen.example rates 5
    +7d ben closes

    ticket: Uneven grind since I changed the burrs
    from: Tomasz Wieczorek <tomasz@wieczorek.example>
    opened: 20d 3h before
    channel: portal
    category: hardware
    priority: normal
    tags: sett, burrs, calibration

    +0m tomasz@wieczorek.example
      New burrs, installed by the book. Now I get boulders and dust in the same cup. Measured with
      a sieve: 31 % over 800 µm, 22 % under 200. I know that this is not a normal message.
    +1h20m chioma assigns chioma
    +2h chioma
      Hi Tomasz,

      it is a wonderful message. With such numbers the lower burr sits on a grain of something and
      tilts. Take it out, wipe the seat with a dry cloth, put it back, then run the calibration in
      Den three times instead of once.

      Chioma
    +2h1m chioma sets status pending
    +1d3h tomasz@wieczorek.example
      A splinter of the old burr, 0.3 mm. Now 11 % and 9 %. I am at peace.
    +1d4h chioma resolves
      May I show your sieve numbers to the workshop? They will want to frame them.
    +1d5h tomasz@wieczorek.example rates 5
      The only help desk where I may use units.
    +6d chioma closes

    ticket: It growls at five in the morning by itself
    from: Elif Yıldız <elif@yildiz.example>
    opened: 15d 4h before
    channel: social
    category: hardware
    priority: normal
    tags: sett, schedule

    +0m elif@yildiz.example
      @gruffbadger your grinder starts at 05:00 EVERY day. my father (birthday boy) thinks it is
      haunted and has put a blanket over it. please advise on exorcism
    +56m ben assigns ben
    +1h25m ben
      Hi Elif! No exorcism needed: the demo schedule from the photo studio is still on it. In Den,
      open Schedule and delete "Studio 05:00". And please take off the blanket, it needs air.
    +2h10m elif@yildiz.example
      it was there. he is a bit disappointed, he had named it
    +2h15m ben tags +demo-schedule -schedule
    +2h20m ben sets category app
    +2h25m ben resolves
      What is its name? We will put it into the file.
    +3h elif@yildiz.example rates 5
      Selim. It's called Selim.
    +4d ben closes

    ticket: Static, static everywhere
    from: Priya Raghunathan <priya.r@postbox.example>
    opened: 12d 8h before
    channel: email
    category: hardware
    priority: low
    tags: sett, static

    +0m priya.r@postbox.example
      Since the heating is on, half of the ground coffee jumps out of the cup and onto the wall,
      me, and the cat. The cat is white. Was white.
    +3h40m ben assigns ben
    +5h30m ben
      Hi Priya,

      dry air does that. Put one drop of water on the beans before grinding (the back of a spoon
      will do). If that feels wrong: it does to everybody, and it works.

      Ben
    +5h31m ben sets status pending
    +2d2h priya.r@postbox.example
      One drop. I am amazed. The cat too.
    +2d3h ben resolves
      Please tell the cat that we are sorry, and that it was not the grinder, it was physics.
    +2d4h priya.r@postbox.example rates 5
    +7d ben closes

    ticket: The Cub does not charge any more
    from: Kofi Mensah <kofi.mensah@harbourmail.example>
    opened: 7d 1h before
    channel: chat
    category: hardware
    priority: normal
    tags: cub, battery, warranty
    order: GB-19560

    +0m kofi.mensah@harbourmail.example
      my little Cub blinks orange when I plug it in and that's all it does. it's 4 months old and
      has been on one (1) mountain
    +25m chioma assigns chioma
    +40m chioma
      Hi Kofi! Orange means that it does not like the charger. Does it blink with a plain 5 volt
      one as well, not the fast one of the laptop?
    +1h kofi.mensah@harbourmail.example
      aha. it charges with the old one from the drawer
    +1h15m chioma resolves
      There is a fix for fast chargers in firmware 2.8, coming within days.
    +6d22h kofi.mensah@harbourmail.example
      so 2.8 is here and now it blinks orange with the drawer one too. I'd like the old firmware
      or a new Cub, please

    ticket: Cracked hopper with a sharp edge
    from: Farida Rahimi <farida@northpier-studio.example>
    opened: 3h 10m before
    channel: email
    category: hardware
    priority: high
    tags: boar, safety, damage
    order: GB-20790

    +0m farida@northpier-studio.example
      Hello,

      the hopper of the left Boar has a crack from the rim to about halfway down, and somebody has
      cut a finger on it while refilling. Small plaster, no drama. We have taped it for now. Is it
      safe to go on using it?

      Farida
    +12m ada assigns chioma
    +44m chioma
      Hello Farida,

      please do not: a splinter could fall into the burrs. Use the right Boar alone for today. I
      am sorry about the finger.

      Could you send a photo of the crack with the number on the rim?

      Chioma
    +46m chioma sets status in_progress
    +50m farida@northpier-studio.example reads
    +2h40m farida@northpier-studio.example
      The number is H2-0719. Forty people and one Boar: there is a queue, and it has opinions.

    ticket: Replacement motor for our Boar
    from: Marisol Quispe <marisol@cafe-altura.example>
    opened: 4d 6h before
    channel: phone
    category: hardware
    priority: high
    tags: boar, cafe, motor, spare-part
    phone: +1 555 0173
    order: GB-20518

    +0m marisol@cafe-altura.example
      (Call) Café Altura. The Boar has become slow and loud after three years of hard work. Their
      electrician has measured the motor and says that it is tired. They would like a new motor,
      not a new grinder.
    +35m ben assigns team tier-2
    +1h20m chioma
      Hello Marisol,

      your electrician is right, I can see it in the counters. We have no motor on the shelf; the
      next ones come from the winder in about a week. Until then, please stay below ten doses in a
      row.

      Chioma
    +1h25m chioma sets status on_hold
    +2d3h chioma notes
      Winder confirms: twelve motors, leaving on time. One is marked for Altura.
    +3d18h chioma
      Good news, the motors have left the winder. I write again when yours leaves us.
    +4d2h marisol@cafe-altura.example reads

    ticket: Café closed: both Boars show E07
    from: Jonas Reuter <jonas@oma-trude.example>
    opened: 1h 25m before
    channel: phone
    category: hardware
    priority: urgent
    tags: boar, cafe, e07
    phone: +49 30 23125 044

    +0m jonas@oma-trude.example
      (Call) Both Boars of Oma Trude went to E07 within a minute of each other, right after
      opening. Switching them off and on does not help. They are pouring tea. Mr Reuter sounds
      calm in a worrying way.
    +5m ada assigns ada
    +6m ada sets priority critical
    +11m ada
      Hallo Jonas,

      both at once means that it is not the grinders: E07 is "no answer from the time server", and
      3.5 waits for it before the first dose. Please pull the network plug of both; without a
      network they do not wait.

      Ada
    +14m ada sets status in_progress
    +16m ada notes
      3.5 waits for the clock without a limit. This will hit every café that opens while the time
      server is down. Chioma is looking at the server.
    +17m chioma watches
    +58m jonas@oma-trude.example
      The left one grinds again! The right one still says E07, also without the plug.
    """
}
