import CommandKit

extension HelpTopic {
  static var erasure: HelpTopic {
    HelpTopic(
      "erasure", "What erasing a person leaves to you",
      text: """
        `support customer erase` takes a person out of the files of this desk. Copies that it cannot \
        reach still hold them:

        - other clones: each masks the person with the first command after it has the erasure (a \
        pull, a sync), and scrubs the lines that it wrote itself. `support fsck` lists the replicas \
        that have not done so: log.unscrubbed. The lines of a clone that is gone are scrubbed by \
        `support gc --scrub REPLICA`
        - git's history: every commit from before the erasure. It has to be rewritten, for all \
        branches, in every clone and on every remote
        - stashes, reflogs, and forks or caches of a forge
        - backups, exports, mail boxes, and whatever somebody copied elsewhere

        docs/erasure.md has the steps for git. The erasure itself names nobody: it holds a digest of the \
        address, so that whoever guesses the address can check the guess.
        """)
  }
}
