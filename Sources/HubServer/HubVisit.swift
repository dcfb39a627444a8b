import HubStorage
import HubWire
import Hummingbird
import Sealing

/// A request of a device that is a member, and that signed it.
struct HubVisit {
    let request: Request
    let mailbox: any MailboxStorage
    let device: DeviceID
    /// The digest that the device signed: the body is not read yet.
    let digest: ContentHash

    func field(_ name: String) -> String? { request.field(name) }
}
