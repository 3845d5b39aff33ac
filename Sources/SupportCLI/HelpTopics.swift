import CommandKit

extension HelpTopic {
  static var exitCodes: HelpTopic {
    HelpTopic(
      "exit-codes", "What the exit status says",
      text: """
        - 0: done; an empty list is fine too
        - 1: failed: the disk, a damaged desk, a program that was called
        - 2: the command line makes no sense
        - 3: not found, or several match; a ticket that one may not see does not exist
        - 4: not permitted
        - 5: conflict: changed since, forbidden by the lifecycle, the lock is held
        - 10: only from `support sla check --exit-code`: an open ticket is in breach
        - 130: interrupted
        """)
  }

  static var filters: HelpTopic {
    HelpTopic(
      "filters", "The filter language",
      text: """
        Terms side by side must all hold; `or` and parentheses join them otherwise, `-` in front \
        of a term turns it round. A list shows open tickets unless the filter speaks of the status.

        - `status:open`, `status:open,pending`: any of these values
        - `priority:>=high`, `created:<2026-11-01`: comparisons
        - `created:2026-11-01..2026-11-07`: a range, both ends included
        - `reset "exact phrase"`: words in subject, messages and customer
        - `-tag:vip`, `-(tag:vip or priority:low)`: what must not hold
        - `assignee:me`, `assignee:none`, `tag:none`: oneself, and nothing there
        - `customer:bob@example.com`, `customer:@example.com`: one, or a domain
        - `category:billing`: this one and those below it, as billing/refunds
        - `field.serial:SN-4411`: a custom field; `customer.tier:gold`: the customer's
        - `message.author:ada`, `message.at:today`, `message.direction:inbound`, \
        `message.body:refund`: of some message
        - `attachment:.pdf`, `link:k7q`, `was:pending`: a file's name, a linked ticket, a status \
        that it was in
        - `is:open`, `is:closed`, `is:active`, `is:waiting`: by phase
        - `is:overdue`, `is:paused`, `is:breached`: by the SLA clocks
        - `is:unread`, `is:unassigned`, `is:internal`, `is:erased`
        - `has:attachment`, `has:note`, `has:link`, `has:order` and any other field
        - `sort:created`, `sort:-priority`: the order, `-` for downwards

        Fields: id, subject, status, priority, category, channel, customer, assignee, team, tag, \
        watcher, order, external_id, rating, created, updated, last_message, resolved, closed, \
        due, first_response, read_by_agent, read_by_customer, comment, was, link, attachment, \
        source_email, source_phone, message.direction, message.at, message.author, message.body, \
        erased, head, field.NAME, customer.NAME, sla.NAME, ai.NAME, satisfaction.NAME.

        Times are UTC: `2026-11-20`, `2026-11`, `2026`, `2026-11-20T10:00Z`, `today`, \
        `yesterday`, `monday`, `now`. `created:-7d` is the last seven days, `due:+2h` the next two \
        hours.

        A shell takes `>`, `<`, `(` and quotes for itself: put a term with one of them in single \
        quotes.
        """)
  }

  static var environment: HelpTopic {
    HelpTopic(
      "environment", "The environment variables",
      text: """
        - `SUPPORT_DIR`: the desk to work on, as `-C`
        - `SUPPORT_AS`: who acts, as `--as`
        - `SUPPORT_EDITOR`, `VISUAL`, `EDITOR`: the editor, the first that is set
        - `SUPPORT_PAGER`, `PAGER`: the pager; `cat` is none
        - `SUPPORT_COLOR`: when to colour, as `--color`
        - `NO_COLOR`: set to anything, no colour unless `--color` or `SUPPORT_COLOR` asks
        - `COLUMNS`: how wide a table on a terminal may be
        - `GIT_AUTHOR_EMAIL`: who acts, where nothing else says it
        - `SUPPORT_NOW`: the time, for imports and tests
        - `SUPPORT_SEED`: repeatable ids, for tests
        """)
  }
}
