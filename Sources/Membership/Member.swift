import Sealing

/// One device of a landlord, past or present.
package struct Member: Hashable, Sendable {
    package let device: DeviceID
    package let station: Station
    package let identity: VerifyingKey
    /// Which entry added the device.
    package let since: UInt64
    package internal(set) var receiveKeys: [Month: ReceivePublicKey]
    /// The number of its last update of keys.
    package internal(set) var revision: UInt64 = 0
    package internal(set) var revocation: Revocation?
    /// Which entry revoked it.
    package internal(set) var revokedBy: UInt64?

    init(_ request: DeviceRequest, station: Station, since: UInt64) {
        device = request.device
        identity = request.identity
        receiveKeys = request.receiveKeys.keys
        self.station = station
        self.since = since
    }

    package var isActive: Bool { revocation == nil }

    /// What to seal to in a month: its key, else that of the last month before it, else the first.
    package func receiveKey(for month: Month) -> ReceivePublicKey? {
        receiveKeys.serving(month)
    }
}
