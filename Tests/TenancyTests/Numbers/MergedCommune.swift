import Region

/// A code of the region that is no commune's any more, with that of the one that took it in.
struct MergedCommune {
    let old: String
    let new: String

    static let all = CommuneMovements.all.compactMap { movement in
        Communes.successor(of: movement.before.code).map {
            MergedCommune(old: movement.before.code, new: $0.code)
        }
    }
}
