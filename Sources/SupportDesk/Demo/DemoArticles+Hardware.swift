extension DemoArticles {
  static let errorCodes = DemoArticle(
    slug: "red-ring-error-codes",
    text: """
      ---
      title: Red ring and error codes
      status: published
      category: hardware
      tags: errors, e07, e14, motor
      author: chioma
      excerpt: What the ring means when it is red, and what you can do before you write to us.
      ---

      # Red ring and error codes

      A red ring means that the grinder has stopped to protect itself. The code is on the display
      of the Boar, and in Den for the others.

      **If it smells burnt, smokes, or is too hot to touch: unplug it, do not open it, and call
      +44 1632 960100.** Somebody answers day and night.

      | code | meaning | what to do |
      | --- | --- | --- |
      | E02 | hopper not locked | turn it to the right until it clicks |
      | E05 | too warm | let it rest for 20 minutes; keep the slots at the back free |
      | E07 | no answer from the time server | unplug the network cable or switch Wi-Fi off |
      | E09 | cup or portafilter missing | put it back; wipe the small window behind it |
      | E14 | motor stalled | see below |
      | E21 | memory fault | write to us, this one is ours |

      ## E14: the motor is stalled

      1. Unplug the grinder.
      2. Lift off the hopper and take out the upper burr: a quarter turn to the left.
      3. Look for a stone. They are small, pale, and about one in every tenth sack.
      4. Turn the lower burr by hand. It should move smoothly for a whole turn.
      5. Put everything back and [calibrate](calibrate-the-burrs.md).

      If there is no stone, look at the counter under **Care**. Burrs past their 15,000 doses
      (Sett) or 50,000 doses (Boar) stall because they are blunt.

      ## It comes back

      Please send us the last lines of the log with your message. In Den: **Care**, **Log**,
      **Share**. It holds no names and no network passwords. Then see
      [Warranty and repairs](warranty-and-repairs.md).
      """)

  static let startWithoutNetwork = DemoArticle(
    slug: "boar-e07-at-opening",
    text: """
      ---
      title: E07 on every Boar at opening time
      status: draft
      category: hardware
      tags: boar, cafe, e07, firmware
      author: ada
      excerpt: How to open the café while firmware 3.5 waits for a clock that does not answer.
      ---

      # E07 on every Boar at opening time

      *Draft, do not send yet. Chioma is checking the second half.*

      Since firmware 3.5 a Boar asks our time server for the time before its first dose.
      If the server does not answer, the Boar waits, and shows E07 after a minute. When several
      Boars do this at once, it is not the grinders. It is us.

      ## Open the café first

      1. Pull the network plug of each Boar. If it is on Wi-Fi: hold **Menu**, then **Network**,
         then **Off**.
      2. Switch it off with the switch at the back, not with the button.
      3. Wait ten seconds and switch it on. Without a network it does not wait.

      Doses are still counted and will be sent later.

      ## One of them still says E07

      | display | meaning |
      | --- | --- |
      | E07, steady | it is still connected: check that Wi-Fi is off as well as the cable |
      | E07, blinking | it has not been off for ten seconds; once more |
      | E07 and a clock | TODO: Chioma, what is this? |

      ## Afterwards

      Plug the network in again after closing time. Firmware 3.5.1 will wait for three seconds and
      then grind with the clock it has. See [all codes](red-ring-error-codes.md).

      TODO: say here when 3.5.1 is out, and apologise properly.
      """)

  static let warranty = DemoArticle(
    slug: "warranty-and-repairs",
    text: """
      ---
      title: Warranty and repairs
      status: published
      category: hardware
      tags: warranty, repair, spare-part
      author: ada
      excerpt: How long we stand behind a grinder, who pays for what, and how to get it to Ghent.
      ---

      # Warranty and repairs

      We build grinders to be opened. Almost every part can be bought and changed with one
      screwdriver, and we prefer a repair to a new box.

      | model | warranty | burrs | battery |
      | --- | --- | --- | --- |
      | Sett | 5 years | 15,000 doses | none |
      | Cub | 3 years | 3 years | 2 years |
      | Boar | 3 years | 50,000 doses | none |

      Opening the grinder does **not** end the warranty. Stones, worn bearings and our own
      mistakes are covered. Water, rice and gravity are not.

      ## Start a repair

      1. Note the number under the base and the code of the red ring, if there is one.
      2. Write to us through the [portal](https://gruffbadger.example/help) with both, and a photo
         if something is broken.
      3. If we can fix it from a distance, we do. If not, you get a label for the courier.
      4. Use the old box if you still have it. Leave the beans out.

      Most repairs leave Ghent again within five working days. Cafés get one on loan meanwhile.

      ## What it costs

      Under warranty: nothing, in both directions. Otherwise we send an estimate before we touch a
      screw, and nothing at all if you say no.

      ## Only a part

      Lids, hoppers, feet, burrs and motors are in the shop under **Spare parts**, also for models
      that we no longer make. Subscribers can have small parts put into the next Forage box
      without postage; just ask.

      ## Damaged on arrival

      Do not plug it in. Take a photo of the box and the grinder and write to us within 14 days: a
      new one leaves the same day. See also [Track your order](track-your-order.md).
      """)
}
