import CommandKit

extension CommandTable where Context == Session {
  /// Everything that `support` can do.
  static var support: CommandTable<Session> {
    CommandTable(
      program: "support", summary: "a help desk in a folder", version: Program.version,
      details: """
        Tickets are JSON documents, history is an append-only event log, articles are Markdown: \
        plain files that git can version and grep can read. `support init` makes a desk, and every \
        command finds it by walking up from the working folder.
        """,
      globals: GlobalOption.all, common: CommonOption.all,
      commands: [
        .initialize, .demo, .config, .log, .fsck, .rebuild, .adopt, .gc, .commit, .sync,
        .importTickets, .exportTickets, .completion, .commandList, .version, .help, .complete,
      ],
      groups: [
        CommandGroup(
          "ticket", "What people ask for, and what became of it",
          commands: [
            .ticketNew, .ticketList, .ticketSearch, .ticketShow, .ticketReply, .ticketNote,
            .ticketAssign,
            .ticketClaim, .ticketStatus, .ticketResolve, .ticketClose, .ticketReopen, .ticketEdit,
            .ticketRead, .ticketWatch, .ticketEscalate, .ticketRate, .ticketLink, .ticketMerge,
            .ticketUnmerge, .ticketSplit, .ticketSimilar, .ticketSuggest, .ticketPend, .ticketWake,
            .ticketAutoclose, .ticketUnanswered, .ticketSurvey,
          ]),
        CommandGroup(
          "attachment", "The files that hang on tickets",
          commands: [.attachmentList, .attachmentGet]),
        CommandGroup(
          "kb", "Articles that answer before somebody asks",
          commands: [
            .kbNew, .kbShow, .kbList, .kbEdit, .kbSearch, .kbPublish, .kbArchive, .kbVote,
            .kbCategories, .kbSuggest, .kbExport,
          ]),
        CommandGroup("search", "How good searches are", commands: [.searchEval]),
        CommandGroup(
          "sla", "The times that were promised",
          commands: [.slaCheck, .slaClock, .slaExplain, .slaPolicies, .slaReport, .slaSimulate]),
        CommandGroup(
          "report", "What the desk has to do, and how it does",
          commands: [.reportSummary, .reportAgents, .reportVolume, .reportTime, .reportTopics]),
        CommandGroup(
          "customer", "The people who ask",
          commands: [
            .customerAdd, .customerList, .customerShow, .customerEdit, .customerMerge,
            .customerExport, .customerErase, .customerRemove,
          ]),
        CommandGroup(
          "agent", "The people of the desk",
          commands: [
            .agentAdd, .agentList, .agentShow, .agentEdit, .agentStatus, .agentRemove,
          ]),
        CommandGroup(
          "team", "Agents who share tickets",
          commands: [.teamAdd, .teamList, .teamShow, .teamEdit, .teamRemove]),
        CommandGroup(
          "category", "What tickets are about",
          commands: [
            .categoryAdd, .categoryList, .categoryShow, .categoryEdit, .categoryMove,
            .categoryRemove,
          ]),
        CommandGroup(
          "tag", "Words that hang on tickets",
          commands: [
            .tagAdd, .tagList, .tagShow, .tagEdit, .tagRename, .tagMerge, .tagRemove,
          ]),
        CommandGroup(
          "priority", "How pressing tickets can be",
          commands: [
            .priorityAdd, .priorityList, .priorityShow, .priorityEdit, .priorityRemove,
          ]),
        CommandGroup(
          "status", "Where tickets can stand",
          commands: [.statusAdd, .statusList, .statusShow, .statusEdit, .statusRemove]),
        CommandGroup(
          "field", "What tickets have at this desk and at no other",
          commands: [.fieldAdd, .fieldList, .fieldShow, .fieldEdit, .fieldRemove]),
        CommandGroup(
          "reference", "Things outside that tickets can be about",
          commands: [
            .referenceAdd, .referenceList, .referenceShow, .referenceEdit, .referenceRemove,
          ]),
        CommandGroup(
          "template", "Answers that are written once and sent often",
          commands: [
            .templateAdd, .templateList, .templateShow, .templateEdit, .templateRemove,
            .templateRender, .templateDuplicate, .templateLint,
          ]),
        CommandGroup(
          "view", "Lists of tickets that have a name",
          details: """
            `support view NAME` is short for `support view run NAME`. A view is a file, \
            views/NAME.json, which may be written by hand too.
            """, fallback: "run",
          commands: [.viewRun, .viewAdd, .viewList, .viewShow, .viewEdit, .viewRemove]),
        CommandGroup(
          "rule", "What the desk does by itself",
          details: "Rules are the list `rules` in support.json, which may be written by hand too.",
          commands: [
            .ruleList, .ruleShow, .ruleTest, .ruleAdd, .ruleEdit, .ruleEnable, .ruleDisable,
            .ruleRemove,
          ]),
        CommandGroup(
          "git", "How this clone works with git", commands: [.gitSetup, .gitHook, .gitMergeDriver]),
      ],
      topics: [.exitCodes, .filters, .templates, .environment, .erasure])
  }
}
