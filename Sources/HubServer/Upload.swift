import HubWire
import Records
import Sealing

/// Whose upload of which bundle.
struct Upload: Hashable {
    let landlord: RecordID
    let device: DeviceID
    let hash: ContentHash
}
