import BundleFormat
import Sealing

/// By which keys a landlord's administrator is known to other landlords.
///
/// It is the last thing that the administrator's device signed of its keys and that stands in its
/// landlord's log: a request, or an update of keys. Whoever passes it on can neither change nor mix it,
/// but can pass on another device's. So people compare the six words of the identity.
package struct AdministratorCard: Hashable, Sendable {
    package let identity: VerifyingKey
    private let receiveKeys: [Month: ReceivePublicKey]
    /// What was signed.
    package let bytes: [UInt8]

    /// The card of the administrator whom a log names.
    package init?(of log: MembershipLog) {
        let device = log.roster.administrator
        let signed = log.entries.reversed().lazy.compactMap { entry -> [UInt8]? in
            switch entry.change {
            case .genesis(_, let request, _), .addDevice(_, let request),
                .recover(_, let request, _):
                request.device == device ? request.bytes : nil
            case .receiveKeys(let update): update.device == device ? update.bytes : nil
            case .revoke, .handOver, .erase, .hub: nil
            }
        }
        guard let bytes = signed.first, let card = try? Self(bytes) else { return nil }
        self = card
    }

    /// Reads a card and checks that the identity that it names signed it.
    package init(_ bytes: [UInt8]) throws(MembershipFailure) {
        if bytes.starts(with: ReceiveKeyUpdate.magic) {
            let update = try ReceiveKeyUpdate(bytes)
            (identity, receiveKeys) = (update.signer, update.receiveKeys.keys)
        } else {
            let request = try DeviceRequest(bytes)
            (identity, receiveKeys) = (request.identity, request.receiveKeys.keys)
        }
        self.bytes = bytes
    }

    /// The six words by which people know the administrator.
    package var words: SpokenCode { identity.fingerprint }

    /// What to seal to in a month: its key, else that of the last month before, else the first.
    package func receiveKey(for month: Month) -> ReceivePublicKey? {
        receiveKeys.serving(month)
    }
}
