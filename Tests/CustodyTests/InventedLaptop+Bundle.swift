import BundleFormat
import Causality
import Custody
import CustodyKit
import Exchange
import ReplicaStore

extension InventedLaptop {
    /// A bundle as it goes to somebody who knows so much.
    func bundle(since base: VersionVector) throws -> [UInt8] {
        let envelope = try Envelope(try replica.delta(since: base), of: replica)
        return try SealedCustodian(custody).seal(envelope)
    }
}
