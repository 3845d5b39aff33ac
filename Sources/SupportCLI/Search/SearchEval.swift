import CommandKit
import Platform
import SupportDesk
import SupportModel

private let queries = Option.required(
  "queries", value: "FILE", "Queries, a line of JSON each: id and text", completes: .file)
private let judgements = Option.required(
  "qrels", value: "FILE", "Judgements, a line each: query, document and gain", completes: .file)
private let documents = Option.text(
  "docs", value: "FILE", "Search these instead: lines of JSON with id, title and text",
  default: "the desk's own", completes: .file)
private let records = Option.choice(
  "of", value: "WHAT", "Which of the desk's own to search: tickets, or articles by their slugs",
  of: JudgedRecords.allCases.map(\.rawValue), default: "tickets")
private let runFile = Option.text(
  "run", value: "FILE", "Write what was found, as TREC runs are written", completes: .file)

/// Measures how well a search answers judged queries.
extension Command where Context == Session {
  static var searchEval: Command {
    Command(
      "eval", "Measure how well searches answer judged queries", needs: .nothing,
      options: [queries, judgements, documents, records, runFile],
      rules: [.atMostOne(of: documents, records)],
      details: """
        Each query that has an answer is searched for: any of its words will do, and nothing in it \
        is an operator. What is found is compared with the documents that people judged to be \
        answers, those with a gain above 0. The figures are means over these queries, as \
        `trec_eval -c` computes them: ndcg@10 (gains as judged), recall@10, recall@100 and mrr@10. \
        A query that finds nothing counts as 0; one without an answer does not count, and that is \
        said.

        Parted by tabs or spaces, judgements may have TREC's column of zeros and a line of names \
        above. Where queries have other ids than judgements, they are numbered from 1. One of the \
        files may be -, which reads standard input.

        In a pipe each line is name and value.
        """,
      examples: [
        "support search eval --queries queries.jsonl --qrels qrels.tsv --docs docs.jsonl",
        "support search eval --queries queries.jsonl --qrels qrels.tsv --run run.txt --json",
        "support search eval --queries queries.jsonl --qrels qrels.tsv --of articles",
      ]
    ) { call, session in
      let judged = try session.judged(queries: call[queries], judgements: call[judgements])
      let search =
        try call[documents].map(session.search)
        ?? session.desk().judgedSearch(of: call[records].flatMap(JudgedRecords.init) ?? .tickets)
      let outcome = try search.run(judged, depth: call.has(runFile) ? 1000 : 100)
      if let file = call[runFile] { try outcome.write(to: file) }
      try session.report(outcome)
    }
  }
}

extension Session {
  fileprivate func judged(queries: String, judgements: String) throws -> JudgedQueries {
    var judged = JudgedQueries(queries: name(queries), judgements: name(judgements))
    try forEachLine(of: queries) { try judged.add(query: $0) }
    try forEachLine(of: judgements) { try judged.add(judgement: $0) }
    return judged
  }

  fileprivate func search(_ file: String) throws -> JudgedSearch {
    var collection = DocumentCollection(name(file))
    let progress = Progress("reading documents", output)
    defer { progress.finish() }
    var count = 0
    try forEachLine(of: file) { line in
      try collection.add(line)
      count += 1
      progress.update(count, of: nil)
    }
    return collection.search()
  }

  private func name(_ file: String) -> String { file == "-" ? "standard input" : file }

  private func forEachLine(of file: String, _ body: ([UInt8]) throws -> Void) throws {
    let limit = CollectionReader.longestLine
    var number = 0
    try InputFile(file).forEachLine(longest: limit) { line in
      number += 1
      switch line {
      case .bytes(let bytes): try body(Array(bytes))
      case .tooLong: throw CollectionError(file: name(file), line: number, .tooLong(limit: limit))
      }
    }
  }

  fileprivate func report(_ outcome: JudgedSearch.Outcome) throws {
    let figures = outcome.figures
    let fields = figures.keys
    if output.isText {
      try output.list(
        figures.members.map(FigureRow.init), FigureRow.listing)
    } else {
      try output.show(figures, fields: fields) { "" }
    }
    for note in outcome.notes { output.note(note) }
  }
}

/// A figure and its value.
private struct FigureRow {
  let name: String
  let value: String

  init(_ member: JSONObject.Member) {
    name = member.key
    value = member.value.number.map { member.key == "queries" ? "\(Int($0))" : fixed($0) } ?? ""
  }

  static var listing: Listing<FigureRow> {
    Listing(
      columns: [Column("FIGURE", plain: \.name), Column("VALUE", isNumber: true, plain: \.value)],
      fields: []
    ) { JSONObject([($0.name, .string($0.value))]) }
  }
}

/// A figure from 0 to 1 with four places: `0.3974`.
private func fixed(_ figure: Double) -> String {
  let places = Int((figure * 10_000).rounded())
  return "\(places / 10_000).\(padded(places % 10_000, to: 4))"
}

extension JudgedSearch.Outcome {
  fileprivate var figures: JSONObject {
    func rounded(_ figure: Double) -> JSON { .number((figure * 1e6).rounded() / 1e6) }
    return JSONObject([
      ("ndcg@10", rounded(quality.ndcg10)), ("recall@10", rounded(quality.recall10)),
      ("recall@100", rounded(quality.recall100)), ("mrr@10", rounded(quality.mrr10)),
      ("queries", .integer(Int64(quality.queries))),
    ])
  }

  /// What does not count, and why.
  fileprivate var notes: [String] {
    [
      (unjudged, "queries without judgements, left out"),
      (unanswerable, "queries without an answer, left out"),
      (missing, "judged queries that are not among the queries"),
      (unknownDocuments, "answers that are not among the documents"),
    ].compactMap { count, what in count == 0 ? nil : "\(what): \(count)" }
  }

  /// Query, Q0, document, place, score and the name of the run, as `trec_eval` reads them.
  fileprivate func write(to path: String) throws {
    let file = try OutputFile(path)
    for (query, ranking) in run {
      for (place, ranked) in ranking.enumerated() {
        let line = "\(query) Q0 \(ranked.document) \(place + 1) \(ranked.score) support\n"
        try file.write(Array(line.utf8))
      }
    }
    try file.finish()
  }
}
