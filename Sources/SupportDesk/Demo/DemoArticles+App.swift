extension DemoArticles {
  static let pairing = DemoArticle(
    slug: "pair-your-grinder",
    text: """
      ---
      title: Pair your grinder with the app
      status: published
      category: app
      tags: pairing, bluetooth
      author: ada
      excerpt: Three minutes from the box to the first dose that your phone knows about.
      ---

      # Pair your grinder with the app

      You need the grinder, a phone with Den 4.2.1 or newer, and the name and password of your
      Wi-Fi. The Cub needs no Wi-Fi; skip step 4.

      1. Put the grinder within two metres of the phone and plug it in.
      2. Hold the ring for five seconds until it breathes blue.
      3. In Den, tap **Add a grinder** and choose the number that is printed under its base.
      4. Choose your Wi-Fi network and type its password.
      5. Wait for the growl. It means that the grinder has found our time server and is ready.

      The first growl can take a minute, because a new grinder looks for an update first.

      ## When it is not found

      | what you see | what helps |
      | --- | --- |
      | the badger runs in a circle | allow **Local network** for Den in the phone's settings |
      | the ring stays white | hold it longer; five seconds are longer than they feel |
      | "belongs to somebody else" | the owner has to invite you, see below |
      | found, then lost at step 4 | read [Wi-Fi and routers](wifi-and-routers.md) |

      ## Share it with others

      A grinder has one owner and up to seven guests. The owner opens **People**, taps **Invite**
      and types an e-mail address. Guests have recipes of their own and can start a dose; only the
      owner can update the grinder or give it away.

      ## Give it away

      Hold the ring for twenty seconds. It turns red, growls twice, and has forgotten you, your
      Wi-Fi and your recipes. The next owner starts with step 1.
      """)

  static let pairingInGerman = DemoArticle(
    slug: "pair-your-grinder", language: "de",
    text: """
      ---
      title: Die Mühle mit der App koppeln
      status: published
      category: app
      tags: pairing, bluetooth
      author: ada
      excerpt: Drei Minuten vom Karton bis zur ersten Portion, von der dein Handy weiß.
      ---

      # Die Mühle mit der App koppeln

      Du brauchst die Mühle, ein Handy mit Den 4.2.1 oder neuer und den Namen samt Passwort deines
      WLANs. Der Cub kommt ohne WLAN aus; bei ihm entfällt Schritt 4.

      1. Stell die Mühle höchstens zwei Meter vom Handy entfernt auf und steck sie ein.
      2. Halte den Ring fünf Sekunden lang gedrückt, bis er blau atmet.
      3. Tippe in Den auf **Mühle hinzufügen** und wähle die Nummer, die unter dem Boden steht.
      4. Wähle dein WLAN und gib das Passwort ein.
      5. Warte auf das Knurren. Es heißt, dass die Mühle unseren Zeitserver gefunden hat.

      Das erste Knurren kann eine Minute dauern, denn eine neue Mühle sucht zuerst ein Update.

      ## Wenn sie nicht gefunden wird

      | was du siehst | was hilft |
      | --- | --- |
      | der Dachs läuft im Kreis | Den in den Einstellungen **Lokales Netzwerk** erlauben |
      | der Ring bleibt weiß | länger halten; fünf Sekunden sind länger, als man denkt |
      | „gehört jemand anderem“ | die Besitzerin muss dich einladen, siehe unten |
      | gefunden, dann verloren bei Schritt 4 | im Router 2,4 GHz einschalten |

      ## Mit anderen teilen

      Eine Mühle hat eine Besitzerin und bis zu sieben Gäste. Eingeladen wird unter **Personen**,
      **Einladen**, mit einer E-Mail-Adresse. Gäste haben eigene Rezepte und können mahlen;
      aktualisieren und weitergeben kann nur die Besitzerin.

      ## Weitergeben

      Halte den Ring zwanzig Sekunden lang. Er wird rot, knurrt zweimal und hat dich, dein WLAN
      und deine Rezepte vergessen.
      """)

  static let wifi = DemoArticle(
    slug: "wifi-and-routers",
    text: """
      ---
      title: Wi-Fi and routers
      status: published
      category: app
      tags: wifi, network
      author: ben
      excerpt: What the Sett and the Boar need from your network, and what to try when they sulk.
      ---

      # Wi-Fi and routers

      The Sett and the Boar speak Wi-Fi on **2.4 GHz** with WPA2 or WPA3. They do not speak 5 GHz,
      hotel login pages, or networks whose name is hidden.

      ## After a new router

      Same name and same password are not always enough. Many new routers put both bands under one
      name and push everything to 5 GHz.

      1. Open the settings of the router and look for **Smart Connect**, **Band steering** or
         **One name for all bands**. Switch it off.
      2. Hold the ring of the grinder for five seconds until it breathes blue.
      3. In Den, open the grinder, then **Network**, then **Change**.
      4. When the grinder has growled, you may switch the setting on again. About half of all
         routers are fine with it.

      ## What the grinder connects to

      If your network has a firewall, these are the doors that it needs, all outgoing:

      | host | port | for |
      | --- | --- | --- |
      | `time.gruffbadger.example` | 123/udp | the clock behind the schedule |
      | `den.gruffbadger.example` | 443/tcp | the app, away from home |
      | `fw.gruffbadger.example` | 443/tcp | updates |

      ## Still not there?

      - Is the grinder more than two walls away? Try it beside the router once.
      - Does a guest network keep devices apart? Then the phone cannot see the grinder.
      - Has the ring been orange for an hour? Unplug it for ten seconds.

      If none of this helps, [write to us](https://gruffbadger.example/help) with the name of the
      router. We keep a list, and we read it with sympathy. Everything that works without a
      network goes on working: grinding, the three buttons and the schedule.
      """)
}
