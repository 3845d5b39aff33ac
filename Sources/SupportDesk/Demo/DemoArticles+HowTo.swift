extension DemoArticles {
  static let settings = DemoArticle(
    slug: "grind-settings",
    text: """
      ---
      title: Which setting for which coffee
      status: published
      category: how-to
      tags: recipes, settings, moka
      author: chioma
      excerpt: A table to start from, and two rules for going on from there.
      ---

      # Which setting for which coffee

      Every bean is different, so these are places to start, not laws.

      | coffee | Sett | Cub (clicks) | Boar | dose |
      | --- | --- | --- | --- | --- |
      | Turkish | 1 | 4 | 1 | 7 g |
      | espresso | 5 | 9 | 11 | 18 g |
      | moka pot | 10 | 14 | 17 | 14 g |
      | filter, one cup | 14 | 20 | 22 | 15 g |
      | filter, a pot | 16 | 23 | 25 | 60 g per litre |
      | French press | 20 | 28 | 30 | 60 g per litre |
      | cold brew | 23 | 32 | 34 | 80 g per litre |

      ## Two rules

      1. **Sour, thin or too fast?** One step finer.
      2. **Bitter, dry or too slow?** One step coarser.

      Change one thing at a time and throw away the first two grams after each change: they are
      still from the old setting. Turn the dial of the Sett only while it runs, towards finer at
      least; otherwise beans get stuck between the burrs.

      ## Save what works

      Hold one of the three buttons for two seconds after a dose that you liked. The grinder
      remembers setting and weight under that button. In Den you can give it a name and a colour,
      and choose **by number of presses** if two people share one button.

      ## When the numbers stop making sense

      A setting that was right last week and is wrong today has one of three causes: new beans,
      dry air, or burrs that have moved. For the last one, [calibrate](calibrate-the-burrs.md).
      """)

  static let cleaning = DemoArticle(
    slug: "clean-your-grinder",
    text: """
      ---
      title: Clean your grinder
      status: published
      category: how-to
      tags: cleaning, maintenance
      author: ben
      excerpt: Brush weekly, tablets monthly, and no rice, whoever recommends it.
      ---

      # Clean your grinder

      Old coffee oil turns rancid and makes every bean taste like the last one. Ten minutes a
      month are enough.

      | how often | what | time |
      | --- | --- | --- |
      | weekly | brush out the chute and the cup | 1 min |
      | monthly | one portion of cleaning tablets | 4 min |
      | every 5 kg | take out the upper burr and brush both | 10 min |

      ## Monthly: tablets

      1. Let the hopper run empty.
      2. Pour in 35 g of grinder cleaning tablets and grind them at a middle setting.
      3. Grind 20 g of beans that you do not love, and throw them away.

      ## Every 5 kg: the burrs

      1. Unplug the grinder. Really.
      2. Lift off the hopper and turn the upper burr a quarter to the left until it clicks.
      3. Brush both burrs and the seat. A dry cloth is fine, water is not.
      4. Put the burr back so that the red dots meet.
      5. Plug it in and [calibrate](calibrate-the-burrs.md).

      ## Please do not

      - **Rice.** It is harder than coffee, strains the motor, and its starch stays inside.
      - **Water on the burrs.** They are steel, and they rust overnight.
      - **Compressed air.** It blows the dust into the bearing.

      ## If rice has already happened

      Grind two handfuls of old beans, brush the burrs as above, and listen. If it sounds as
      before, nothing is broken. If the ring turns red, see
      [error codes](red-ring-error-codes.md).

      ## Static

      In dry air the coffee jumps. Stir the beans with the back of a wet spoon before grinding:
      one drop is plenty.
      """)

  static let calibration = DemoArticle(
    slug: "calibrate-the-burrs",
    text: """
      ---
      title: Calibrate the burrs
      status: published
      category: how-to
      tags: calibration, burrs, maintenance
      author: chioma
      excerpt: Tell the grinder where zero is, after every deep clean and every new pair of burrs.
      ---

      # Calibrate the burrs

      The grinder counts its settings from the point where the burrs touch. Whenever they have
      been out, that point moves a little, and your 5 becomes an 8.

      ## With the app

      1. Empty the hopper and run the grinder until nothing comes out.
      2. In Den, open the grinder, then **Care**, then **Calibrate**.
      3. Stand back for 40 seconds. The growl at the end is the burrs touching; it is meant to be.
      4. Grind 5 g and throw them away.

      After a **new pair of burrs**, do this three times. Fresh edges settle in the first minutes.

      ## Without the app

      Hold the left and the right button together for five seconds. The ring turns violet, then
      white when it is done.

      ## Check the result

      Grind 10 g at the setting for espresso and rub it between two fingers.

      - Like fine salt: right.
      - Like flour: the burrs touch too early. Is there a crumb under the lower burr?
      - Boulders *and* dust: the lower burr sits at an angle. Take it out, wipe the seat with a
        dry cloth, and start again.

      ## It stops with a violet ring

      | blinks | meaning | what to do |
      | --- | --- | --- |
      | 1 | there are still beans inside | run it empty |
      | 2 | the upper burr is not locked | turn it until the red dots meet |
      | 3 | the burrs are worn out | order a new pair in the shop |

      Burrs last about 50,000 doses in a Boar and 15,000 in a Sett. The counter is under **Care**.
      """)

  static let localAPI = DemoArticle(
    slug: "local-api",
    text: """
      ---
      title: The local API
      status: published
      category: how-to
      tags: api, developer, offline
      author: chioma
      excerpt: Read your grinder, and start a dose, from a script in your own network.
      ---

      # The local API

      The Sett and the Boar answer plain HTTP in your own network. Nothing of it leaves the house,
      and it works with the internet unplugged.

      ## Get a key

      In Den, open the grinder, then **Network**, then **Local API**, and switch it on. The key is
      shown once. A new key makes the old one useless.

      ## Read the state

      ```sh
      curl -H "Authorization: Bearer $BADGER_KEY" http://sett.local/v1/state
      ```

      ```json
      {
        "model": "sett",
        "firmware": "3.4.1",
        "ring": "white",
        "hopper_grams": 140,
        "doses_since_service": 3127
      }
      ```

      ## Start a dose

      ```sh
      curl -X POST -H "Authorization: Bearer $BADGER_KEY" \\
        -d '{"grams": 18, "setting": 5}' http://sett.local/v1/grind
      ```

      For safety this works only within ten minutes after somebody has pressed the ring. We will
      not change that: no script can see whether there are fingers in the chute.

      ## What the answers mean

      | status | meaning |
      | --- | --- |
      | 202 | grinding |
      | 401 | no key, or an old one |
      | 409 | already grinding, or the ring was not pressed |
      | 422 | more than 60 g, or a setting that the model does not have |
      | 503 | the ring is red: see [error codes](red-ring-error-codes.md) |

      ## Be gentle

      Ten requests a second are fine. At more than that the grinder answers 429 and, after a
      minute, stops listening until it has been left alone for a while. So do we.
      """)
}
