import HubStorage
import Membership
import ReplicaStore
import Seams
import Statistics

extension HubOffice {
    /// Sets the region's policy, and leaves it for every landlord.
    func set(policy typed: [UInt8]) async throws -> HubOutcome {
        let policy = try ReleasePolicy(typed: typed)
        guard let today = UTCDay(number: environment.clock.today) else { throw HubFailure.badDate }
        let store = try store()
        let (signed, isNew) = try store.set(policy, on: today, signedBy: try folder.key())
        let region = try openRegion()
        defer { try? region.close() }
        try region.publish(store, folder)
        _ = try await region.post(in: folder, on: today.number)
        return .policySet(number: Int(clamping: signed.number), isNew: isNew)
    }
}
