extension DemoTickets {
  static let howTo = """
    ticket: Which setting for a moka pot?
    from: Olga Petrenko <olga@petrenko.example>
    opened: 37d 4h before
    channel: chat
    category: how-to
    priority: low
    tags: recipes, moka

    +0m olga@petrenko.example
      Hello, the table in the box ends at "filter" and begins at "espresso". My moka pot lives
      somewhere in between. Which number?
    +4m chioma assigns chioma
    +6m chioma
      Hi Olga! On the Sett start at 9, on the Cub at 14 clicks. If it spits, go coarser; if it
      tastes of nothing, finer.
    +11m olga@petrenko.example
      9 spits, 10 sings. Thank you!
    +15m chioma resolves
      10 it is. I have put the moka pot into the table for everybody.
    +17m olga@petrenko.example rates 5
    +3d chioma closes

    ticket: Cleaning: rice, yes or no?
    from: Bilal Haddad <bilal@haddad.example>
    opened: 32d 8h before
    channel: web
    category: how-to
    priority: low
    tags: cleaning

    +0m bilal@haddad.example
      The internet is divided on whether dry rice cleans a grinder. My mother-in-law is not
      divided. She has the rice in her hand. Please answer soon.
    +6h33m ben assigns ben
    +9h50m ben
      Hi Bilal,

      I hope this is not too late: no rice. It is harder than beans and the starch stays inside.
      Use the brush, and cleaning tablets once a month. You may show her this message.

      Ben
    +10h20m bilal@haddad.example
      It was too late by eight hours. The grinder survived. The peace talks go on.
    +10h30m ben
      Run two handfuls of old beans through it, then brush. No harm done at the machine's end.
    +10h40m ben resolves
    +1d bilal@haddad.example rates 3
      Right answer, after the rice.
    +6d ben closes

    ticket: ¿Cómo calibro el molinillo?
    from: Lucía Herrero <lucia.herrero@correo.example>
    opened: 13d 5h before
    channel: email
    category: how-to
    priority: normal
    tags: calibration, spanish

    +0m lucia.herrero@correo.example
      Hola de nuevo:

      desde que limpié las muelas, el número 5 de antes es el 8 de ahora. ¿Hay que calibrarlo? No
      encuentro la página en español.

      Lucía
    +53m chioma assigns chioma
    +1h20m chioma
      Hola, Lucía:

      sí, después de cada limpieza a fondo. En Den: Molinillo, Calibrar, y con la tolva vacía.
      Tarda unos 40 segundos y gruñe un poco al final, es normal.

      Chioma
    +1h21m chioma sets status pending
    +6h lucia.herrero@correo.example
      Gruñó, y el 5 vuelve a ser el 5. ¡Gracias!
    +6h30m chioma resolves
      ¡Estupendo! La página en español está en la lista, y ahora con tu nombre al lado.
    +7h lucia.herrero@correo.example rates 5
      Rápido y muy claro.
    +5d chioma closes

    ticket: Using the Sett without the internet
    from: Dagny Halvorsen <dagny@halvorsen.example>
    opened: 16d 8h before
    channel: email
    category: how-to
    priority: normal
    tags: privacy, offline

    +0m dagny@halvorsen.example
      Hello,

      our cabin has a stove, a lake and no network, and I would like it to stay like that. Which
      functions does the Sett lose there? And does it send everything later, when it comes home?

      Dagny
    +2h ada assigns ada
    +3h ada
      Hello Dagny,

      grinding, recipes on the three buttons and the schedule all work without a network. What
      you lose is the app and updates. It stores the last 200 doses and sends them at home, unless
      you switch off "Share statistics", then it stores and sends nothing.

      Ada
    +3h30m dagny@halvorsen.example
      That is the answer I hoped for. Off it goes.
    +4h ada resolves
      Enjoy the lake.
    +5h dagny@halvorsen.example rates 5
    +6d ada closes

    ticket: Can the local API start a grind?
    from: Nikhil Deshmukh <nikhil@deshmukh.example>
    opened: 9d 7h before
    channel: api
    category: how-to
    priority: low
    tags: api, developer

    +0m nikhil@deshmukh.example
      Sent from my own script, hello! I can read the state of the grinder from the local API. Is
      there a call that starts a dose? I would like the doorbell to make coffee for guests.
    +1h33m chioma assigns chioma
    +2h20m chioma
      Hi Nikhil,

      there is one, `POST /v1/grind`, but it works only while somebody has pressed the ring in the
      last ten minutes, so that no machine starts with fingers in it. Would that do for guests?

      Chioma
    +2h21m chioma sets status pending
    +1d3h nikhil@deshmukh.example
      It would: I press the ring when I hear them on the stairs. Reasonable rule.
    +1d4h chioma resolves
      I will write it into the help page like that: "press the ring when you hear them".
    +1d5h nikhil@deshmukh.example rates 5
      A limit with a reason.
    +4d nikhil@deshmukh.example closes

    ticket: Two people, two recipes, one button
    from: Yuki Tanaka <yuki@tanaka.example>
    opened: 1d 2h before
    channel: portal
    category: how-to
    priority: low
    tags: recipes, sharing
    order: GB-20733

    +0m yuki@tanaka.example
      The grinder is very good. My husband drinks 14 g for the small pot, I drink 18 g for the
      filter. Whoever presses the button first gets the recipe of the other. How do other couples
      do this?
    +1h40m ben assigns ben
    +2h30m ben
      Dear Ms Tanaka,

      one press for recipe A, two for B: in Den, open Buttons and choose "by number of presses".
      Other couples tell us that the real difficulty is agreeing on who is A.

      Ben
    +2h31m ben sets status pending
    +18h yuki@tanaka.example
      I am A. One more question: can the ring have a different colour for B, so that he notices?
    +22h40m ben
      It can, under Buttons, then Light. Green suits a B. Does it work for you both?
    +22h41m ben sets status pending

    ticket: Could our coffee club visit the workshop?
    from: Kwame Asante-Boateng <kwame@slow-cup-club.example>
    opened: 10h 30m before
    channel: email
    category: how-to
    priority: low
    tags: visit

    +0m kwame@slow-cup-club.example
      Good morning!

      We are eleven members of the Slow Cup Club, mostly retired, all curious, one in a
      wheelchair. Would it be possible to visit your workshop in Ghent some afternoon next month?
      We bring cake. We are known for the cake.

      Kwame Asante-Boateng, treasurer
    +1h5m ben assigns ben
    +2h10m ben
      Dear Kwame,

      you had us at cake. The workshop has a ramp and a lift, and eleven fit if nobody dances. I
      am asking Wout which afternoons are quiet and come back to you.

      Ben
    +2h20m ben reads
    +9h50m kwame@slow-cup-club.example
      Splendid. Two of us do dance, but they can be talked out of it. Shall we say three o'clock?
    """
}
