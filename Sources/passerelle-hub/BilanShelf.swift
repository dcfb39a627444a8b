import Hub
import Statistics

/// Where a bilan is taken from: as it was frozen, or else from the statements.
struct BilanShelf {
    let store: HubStore
    /// Whether a frozen bilan is left aside.
    let live: Bool

    func bytes(_ programme: String, _ day: Int, _ format: BilanFormat) throws -> [UInt8] {
        guard try isFrozen(programme, day) else {
            return format.render(try store.bilan(programme: programme, asOf: day))
        }
        return try store.frozenBytes(programme: programme, day: day, as: format)
    }

    func bilan(_ programme: String, _ day: Int) throws -> Bilan {
        guard try isFrozen(programme, day) else {
            return try store.bilan(programme: programme, asOf: day)
        }
        return try Bilan(json: store.frozenBytes(programme: programme, day: day, as: .json))
    }

    private func isFrozen(_ programme: String, _ day: Int) throws -> Bool {
        guard !live else { return false }
        return try store.frozenBilan(programme: programme, day: day) != nil
    }
}
