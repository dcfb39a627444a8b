import Hub
import Statistics

/// The figures that were read last, until somebody else writes to the store.
actor FigureShelf {
    private struct Key: Hashable {
        let programme: String
        let day: UTCDay
    }

    /// What a page shows of the figures, the same for every visitor.
    struct PageKey: Hashable {
        let route: PageRoute
        let language: PageLanguage
        let programme: String
        let day: UTCDay
    }

    /// So many of each are kept; then all are read anew.
    private static let most = 64
    /// How many nights a history tells.
    static let nights = 30

    private let store: HubStore
    private var generation: Int?
    private var bilans: [Key: Bilan] = [:]
    private var histories: [Key: [NightFigures]] = [:]
    private var releases: [String: ReleaseFile?] = [:]
    private var pages: [PageKey: String] = [:]

    init(_ store: HubStore) { self.store = store }

    func bilan(_ programme: String, _ day: UTCDay) throws -> Bilan {
        renew()
        let key = Key(programme: programme, day: day)
        if let bilan = bilans[key] { return bilan }
        let bilan = try store.bilan(programme: programme, asOf: day.number)
        bilans[key] = bilan
        return bilan
    }

    func history(_ programme: String, _ day: UTCDay) throws -> [NightFigures] {
        renew()
        let key = Key(programme: programme, day: day)
        if let history = histories[key] { return history }
        let history = try store.history(
            programme: programme,
            upTo: day.number,
            nights: Self.nights
        ).map(NightFigures.init)
        histories[key] = history
        return history
    }

    /// The last release of a programme; nil where there is none.
    func release(_ programme: String) throws -> ReleaseFile? {
        renew()
        if let release = releases[programme] { return release }
        let release = try store.releaseFile(programme)
        releases[programme] = .some(release)
        return release
    }

    /// A page as it was written last, and what to keep another one under.
    func page(_ key: PageKey) -> (text: String?, generation: Int) {
        let current = renew()
        return (pages[key], current)
    }

    /// Keeps a page, unless the figures changed while it was written.
    func keep(_ page: String, _ key: PageKey, _ since: Int) {
        if since == generation { pages[key] = page }
    }

    @discardableResult
    private func renew() -> Int {
        let current = store.generation
        let fullest = max(bilans.count, histories.count, pages.count)
        if current != generation || fullest >= Self.most {
            (bilans, histories, releases, pages) = ([:], [:], [:], [:])
        }
        generation = current
        return current
    }
}
