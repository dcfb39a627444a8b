import Custody
import Records
import ReplicaStore
import Sealing
import Statistics
import Tenancy

/// Makes the tokens that go with a statement, where everybody who must agree has agreed.
struct TokenDesk {
    private let door: RegionDoor

    init(_ door: RegionDoor) { self.door = door }

    /// The tokens; nil where the landlord does not allow them, or, with the reason, where they cannot be
    /// made.
    func tokens(
        of statement: Statement,
        _ store: LandlordStore,
        under policy: ReleasePolicy
    ) throws -> (list: TokenList?, reason: String?) {
        guard try door.custody.allowsTokens() else { return (nil, nil) }
        guard let period = policy.period?.name, policy.tokenLandlords.contains(door.code) else {
            return (nil, "Without tokens: the region's policy does not take them of \(door.code).")
        }
        guard let region = door.region, let secret = door.custody.periodKey(period),
            let key = PeriodKey(period: period, bytes: secret.bytes)
        else {
            return (nil, "Without tokens: the key of the period \(period) is not here.")
        }
        let list = try store.tokens(
            of: statement,
            region: region.partition.id.description,
            under: key
        )
        return (list, nil)
    }
}
