import Testing

@testable import TextSearch

@Suite("The quality of rankings")
struct RankingQualityTests {
  @Test(
    "is what trec_eval computes",
    arguments: [
      (["a", "b", "c"], ["a": 1], (1.0, 1.0, 1.0, 1.0)),
      (["x", "a", "y"], ["a": 1], (0.6309, 1, 1, 0.5)),
      (["b", "a"], ["a": 3, "b": 1, "c": 0], (0.7967, 1, 1, 1)),
      (["c", "a"], ["a": 3, "c": 0, "d": -1], (0.6309, 1, 1, 0.5)),
      ([], ["a": 1], (0, 0, 0, 0)),
      (["x"], ["a": 1], (0, 0, 0, 0)),
      (Array(repeating: "x", count: 10) + ["a"], ["a": 1, "b": 2], (0, 0, 0.5, 0)),
      (Array(repeating: "x", count: 100) + ["a"], ["a": 1], (0, 0, 0, 0)),
    ] as [([String], [String: Double], (Double, Double, Double, Double))])
  func one(ranking: [String], judged: [String: Double], figures: (Double, Double, Double, Double)) {
    var quality = RankingQuality()
    let counts = quality.add(ranking, judged: judged)
    #expect(counts && quality.queries == 1)
    #expect(abs(quality.ndcg10 - figures.0) < 0.0001)
    #expect(abs(quality.recall10 - figures.1) < 0.0001)
    #expect(abs(quality.recall100 - figures.2) < 0.0001)
    #expect(abs(quality.mrr10 - figures.3) < 0.0001)
  }

  @Test("is a mean over queries that have an answer")
  func means() {
    var quality = RankingQuality()
    quality.add(["a"], judged: ["a": 1])
    quality.add(["b"], judged: ["a": 1])
    let counts = [quality.add(["a"], judged: ["a": 0]), quality.add(["a"], judged: [:])]
    #expect(counts == [false, false])
    #expect(quality.queries == 2 && quality.ndcg10 == 0.5 && quality.mrr10 == 0.5)
    #expect(RankingQuality().ndcg10 == 0)
  }
}
