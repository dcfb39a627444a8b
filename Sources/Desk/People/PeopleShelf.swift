import Records
import ReplicaStore
import Synchronization
import Tenancy

/// What is dear to find out about everybody, kept until the people's files change.
final class PeopleShelf: Sendable {
    private struct State {
        var index = NameIndex()
        var duplicates: (stamp: [Int64], pairs: [DuplicateCandidate])?
    }

    /// Fewer found than so many, and mistakes are looked for.
    private static let few = 5

    private let store: LandlordStore
    private let state = Mutex(State())

    init(_ store: LandlordStore) { self.store = store }

    /// The people that a query may mean; mistakes are forgiven where few are found without.
    func find(_ query: String, limit: Int) throws -> [Tenant] {
        let today = try store.currentDay()
        var found = try store.findTenants(query, today: today, limit: limit)
        guard found.count < Self.few else { return found }
        let replica = store.replica
        let near = try state.withLock { state in
            try state.index.refresh(replica)
            return state.index.people(like: query, limit: limit)
        }
        var seen = Set(found.map(\.id))
        for id in near where found.count < limit {
            guard let tenant = try? store.tenant(id), seen.insert(tenant.id).inserted else {
                continue
            }
            found.append(tenant)
        }
        return found
    }

    /// Forgets who was erased, at once.
    func forget() throws {
        let replica = store.replica
        try state.withLock { state in
            try state.index.refresh(replica)
            state.duplicates = nil
        }
    }

    /// The presumed duplicates.
    func duplicates() throws -> [DuplicateCandidate] {
        let stamp = try store.duplicatesStamp()
        if let kept = state.withLock({ $0.duplicates }), kept.stamp == stamp { return kept.pairs }
        let pairs = try store.duplicates()
        state.withLock { $0.duplicates = (stamp, pairs) }
        return pairs
    }
}
