import Membership
import Records
import Sealing
import TestKit

extension InventedLandlord {
    /// The landlord after one entry of every kind.
    func withEveryChange() throws -> InventedLandlord {
        var landlord = self
        let second = try landlord.enrol(2)
        let third = try landlord.enrol(3)
        let update = try ReceiveKeyUpdate(
            of: second,
            landlord: landlord.partition.id,
            revision: 1,
            receiveKeys: second.receiveKeys.mapValues(\.publicKey)
        )
        try landlord.log.append(.receiveKeys(update), signedBy: landlord.key)
        let revocation = Revocation(device: third.device, reason: .lost, frontier: [:])
        try landlord.log.append(.revoke(revocation), signedBy: landlord.key)
        let erasure = Erasure(
            id: try unwrap(RecordID(bytes: landlord.entropy.bytes(16))),
            order: Digest256(of: [1], as: .request)
        )
        try landlord.log.append(.erase(erasure), signedBy: landlord.key)
        try landlord.log.append(.handOver(second.device), signedBy: landlord.key)
        let (_, request) = try landlord.device()
        let kit = RecoveryKit(of: landlord.partition.id, from: landlord.entropy)
        let station = try unwrap(Station(number: 4))
        try landlord.log.append(
            .recover(station: station, device: request, recovery: RecoveryKeys(of: kit)),
            signedBy: landlord.kit.signingKey()
        )
        return landlord
    }
}
