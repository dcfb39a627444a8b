import Hub
import Statistics

/// The figures that were read last, until somebody else writes to the store.
actor FigureShelf {
    private struct Key: Hashable {
        let programme: String
        let day: UTCDay
    }

    /// So many bilans are kept; then all are read anew.
    private static let most = 64
    /// How many nights a history tells.
    static let nights = 30

    private let store: HubStore
    private var generation: Int?
    private var bilans: [Key: Bilan] = [:]
    private var histories: [Key: [NightFigures]] = [:]

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

    private func renew() {
        let current = store.generation
        if current != generation || bilans.count >= Self.most || histories.count >= Self.most {
            (bilans, histories) = ([:], [:])
        }
        generation = current
    }
}
