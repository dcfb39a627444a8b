import Causality

/// The replicas that this store has heard of, each with the small number that stands for it in rows.
///
/// The numbers are of this store alone and never leave it.
struct SiteTable: Sendable {
    private(set) var replicas: [ReplicaID] = []
    private var places: [ReplicaID: Int] = [:]

    /// The replica of that number, nil where the store has none.
    func replica(at place: Int) -> ReplicaID? {
        replicas.indices.contains(place) ? replicas[place] : nil
    }

    func place(of replica: ReplicaID) -> Int? {
        // Most stores know a handful of replicas: looking along the list beats hashing.
        if replicas.count <= 8 { return replicas.firstIndex(of: replica) }
        return places[replica]
    }

    /// The number of a replica, a new one where it was never heard of.
    mutating func register(_ replica: ReplicaID) -> Int {
        if let place = place(of: replica) { return place }
        places[replica] = replicas.count
        replicas.append(replica)
        return replicas.count - 1
    }
}
