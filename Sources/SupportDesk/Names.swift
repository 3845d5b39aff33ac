import SupportStore

// Results of the store that a face shows as they are, so that it need not import the store.
package typealias FoundArticle = SupportStore.ArticleHit
package typealias FsckReport = SupportStore.Fsck.Report
package typealias FsckFinding = SupportStore.Finding
package typealias StoreError = SupportStore.StoreError
package typealias ReadFiles = SupportStore.ReadFiles
package typealias GitError = SupportStore.GitError
package typealias GitOperation = SupportStore.GitOperation
package typealias GitSetup = SupportStore.GitSetup
package typealias Repository = SupportStore.Repository
package typealias SiteError = SupportStore.SiteError
package typealias TicketHit = SupportStore.TicketHit
package typealias TicketHits = SupportStore.TicketHits
package typealias IndexWatch = SupportStore.IndexWatch
package typealias CollectionError = SupportStore.CollectionError
package typealias CollectionReader = SupportStore.CollectionReader
package typealias DocumentCollection = SupportStore.DocumentCollection
package typealias JudgedQueries = SupportStore.JudgedQueries
package typealias JudgedSearch = SupportStore.JudgedSearch
