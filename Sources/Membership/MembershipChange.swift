import Sealing

/// What one entry of the log says.
package enum MembershipChange: Hashable, Sendable {
    /// The landlord begins: its first device is its administrator.
    case genesis(station: Station, device: DeviceRequest, recovery: RecoveryKeys)
    case addDevice(station: Station, device: DeviceRequest)
    case receiveKeys(ReceiveKeyUpdate)
    case revoke(Revocation)
    /// Another member becomes the administrator.
    case handOver(DeviceID)
    case erase(Erasure)
    /// A new device becomes the administrator by the recovery kit, and a new kit takes its place.
    case recover(station: Station, device: DeviceRequest, recovery: RecoveryKeys)
    /// The key by which every device knows the hub from now on.
    case hub(VerifyingKey)
}
