extension DemoTickets {
  static let app = """
    ticket: Grinder will not pair after the app update
    from: Maya Lindqvist <maya@lindqvist.example>
    opened: 12d 3h before
    channel: email
    category: app
    priority: high
    tags: pairing, ios
    order: GB-20418

    +0m maya@lindqvist.example
      Since yesterday's update of Den the new grinder (yes, the replacement!) is "not found". The
      phone sees it in its own Bluetooth list, so it cannot be shy.

      I have restarted the phone, the grinder and, to be fair, also the kettle.
    +4m ada assigns ada
    +22m ada
      Hi Maya,

      thank you for including the kettle. Version 4.2 asks for a permission that it forgets to
      explain: in the settings of the phone, open Den, then switch on "Local network". Please pair
      again after that.

      Ada
    +25m ada notes
      Same as three others today. Chioma has asked for a hotfix with a proper question.
    +26m ada sets status pending
    +5h maya@lindqvist.example
      That was it. Found, paired, ground.
    +6h ada resolves
      That is great. Version 4.2.1 asks properly and will be out tomorrow.
    +7h maya@lindqvist.example rates 5
    +4d ada closes

    ticket: Pairing spins forever
    from: Wiremu Tane <wiremu@tane.example>
    opened: 12d 1h before
    channel: portal
    category: app
    priority: normal
    tags: pairing, ios

    +0m wiremu@tane.example
      The little badger runs round and round in a circle and nothing gets paired. He must be
      exhausted. iPhone, Den 4.2.
    +18m ben assigns ben
    +28m ben
      Hi Wiremu, let him rest: in the phone's settings, open Den and switch on "Local network",
      then pair again. An update that asks for it by itself is on its way.
    +29m ben sets status pending
    +1h30m wiremu@tane.example
      Paired. He is asleep now.
    +1h40m ben resolves
      Good. We will not wake him.
    +2h wiremu@tane.example rates 4
    +4d ben closes

    ticket: Den crashes when I open the recipes
    from: Nikhil Deshmukh <nikhil@deshmukh.example>
    opened: 28d 7h before
    channel: email
    category: app
    priority: normal
    tags: crash, android, recipes

    +0m nikhil@deshmukh.example
      Hi, every time I tap Recipes, Den 4.0 closes. Pixel phone, 214 recipes (I like to try
      things). From the log of the phone:

        E/den.recipes: cannot decode recipe 133
        E/den.recipes: field "ratio": expected a number, found "1:16,5"
        F/den.main: uncaught FormatError in RecipeList.load()
        I/system: process den.app (pid 8121) has died

      I suspect number 133, and I suspect my comma.
    +2h30m chioma
      Hi Nikhil,

      you have done our work for us, thank you. The comma is perfectly legal where half of us
      live; the app must read it. I am taking this to the developers.

      Chioma
    +2h35m chioma sets status in_progress
    +2h40m chioma tags +bug
    +3d2h nikhil@deshmukh.example
      Anything I can do meanwhile? I brew from memory, with mixed results.
    +3d4h chioma
      You could export, change the comma in 133 and import again. The fix itself is in the test
      build.
    +4d22h chioma resolves
      Den 4.0.3 is out, reads commas, and skips a broken recipe instead of falling over it.
    +5d nikhil@deshmukh.example rates 4
      Good people, long wait.
    +10d chioma closes

    ticket: Dark mode is not dark
    from: Sam Okonkwo-Reed <sam@okonkwo-reed.example>
    opened: 35d 6h before
    channel: social
    category: app
    priority: low
    tags: feature-request, design

    +0m sam@okonkwo-reed.example
      dear @gruffbadger, at 6 am your "dark mode" is a light brown. I understand the idea. my eyes
      do not
    +2h6m ben assigns ben
    +3h10m ben
      Hi Sam, we call it "latte". A real "espresso" is being tested now, want to join? Your eyes
      would be the first to know.
    +3h11m ben sets status pending
    +1d1h sam@okonkwo-reed.example
      count me in. sam, two eyes, both tired
    +1d3h ben resolves
      You are on the list, the invitation comes by mail.
    +1d4h sam@okonkwo-reed.example rates 5
    +6d ben closes

    ticket: My schedule is an hour off
    from: Aroha Ngata <aroha@ngata.example>
    opened: 19d 5h before
    channel: web
    category: app
    priority: normal
    tags: schedule, time-zone

    +0m aroha@ngata.example
      Kia ora, the clocks changed here and now the grinder wakes up at 5:30 instead of 6:30. It
      believes that it lives in Belgium. I can see why, but it should be told.
    +50m ada assigns ada
    +1h15m ada
      Kia ora Aroha,

      it should. In Den, under Grinder, then Place, choose "Pacific/Auckland" instead of
      "Automatic". Automatic asks the router, and yours may say Europe.

      Ada
    +1h16m ada sets status pending
    +9h aroha@ngata.example
      It now lives in Dunedin and gets up with the rest of us.
    +9h20m ada resolves
      Good. It never liked the rain here anyway.
    +9h40m aroha@ngata.example rates 5
    +5d ada closes

    ticket: Benachrichtigungen kommen doppelt
    from: Annika Brandt <annika.brandt@brieftaube.example>
    opened: 23d 3h before
    channel: web
    category: app
    priority: normal
    tags: notifications, german

    +0m annika.brandt@brieftaube.example
      Hallo,

      jedes Mal, wenn der Kaffee fertig gemahlen ist, meldet sich die App zweimal. Ich freue mich
      ja auch, aber einmal genügt.
    +3h10m chioma assigns chioma
    +4h45m chioma
      Hallo Annika,

      entschuldige die späte Antwort. Das passiert, wenn Den auf einem zweiten Gerät mit demselben
      Konto läuft. Hast du vielleicht noch ein Tablet?

      Chioma
    +4h46m chioma sets status pending
    +1d2h annika.brandt@brieftaube.example
      Das Tablet der Kinder! Abgemeldet, Ruhe.
    +1d3h chioma resolves
      Wunderbar. Wir lassen das Doppelte in einer der nächsten Versionen ganz weg.
    +6d chioma closes

    ticket: Just wanted to say that the new update is lovely ☕
    from: Wiremu Tane <wiremu@tane.example>
    opened: 5d 4h before
    channel: social
    category: app
    priority: low
    tags: praise

    +0m wiremu@tane.example
      No problem at all, sorry to disturb. I only wanted to say that the badger who yawns when the
      hopper is empty made my grandmother laugh for a whole minute. She is 91 and hard to amuse. ☕
    +1h ben assigns ben
    +1h30m ben
      You have made the whole workshop smile, and the person who drew the badger is pretending to
      have something in her eye. Greetings to your grandmother! 🦡
    +1h35m ben tags +wall-of-fame
    +1h40m ben resolves
    +2h wiremu@tane.example rates 5

    ticket: Wi-Fi is gone since I changed the router
    from: Olga Petrenko <olga@petrenko.example>
    opened: 20h before
    channel: portal
    category: app
    priority: normal
    tags: wifi, sett

    +0m olga@petrenko.example
      New router, same name, same password, and the Sett does not come back. All other devices
      did, even the robot vacuum, which is not known for its intelligence.
    +1h15m ben assigns ben
    +1h50m ben
      Hi Olga,

      many new routers offer only 5 GHz under the old name, and the Sett needs 2.4 GHz. Could you
      look in the router for a switch such as "separate networks" and tell me what you find?

      Ben
    +1h51m ben sets status pending
    +14h olga@petrenko.example
      There is "Smart Connect" and it is on. What do I do with it?
    +14h25m ben
      Off, please, just for the pairing. Afterwards you can try it on again; half of the routers
      are fine with it.
    +14h26m ben sets status pending

    ticket: Android widget shows yesterday
    from: Bilal Haddad <bilal@haddad.example>
    opened: 5h 30m before
    channel: web
    category: app
    priority: low
    tags: android, widget

    +0m bilal@haddad.example
      The widget on my home screen says "2 cups today" and means yesterday. It gets it right about
      an hour after I open Den. I am not in a hurry, it only bothers the engineer in me.
    +1h10m chioma tags +needs-android-phone

    ticket: Firmware update stuck at 87 %
    from: Rosa Lindgren-Okafor <rosa@lindgren-okafor.example>
    opened: 2h 50m before
    channel: web
    category: app
    priority: high
    tags: firmware, sett, update

    +0m rosa@lindgren-okafor.example
      The update to 3.5 has been at 87 % since breakfast. The ring breathes blue, the buttons are
      dead. The app says "do not switch off", so I am not switching off. But for how long am I not
      switching off?
    +1h40m rosa@lindgren-okafor.example
      Still 87 %. I have moved on to tea, under protest. Is anybody there?
    """
}
