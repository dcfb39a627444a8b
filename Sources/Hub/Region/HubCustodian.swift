import BundleFormat
import Exchange
import Membership
import Sealing
import Seams

/// Checks what a landlord's devices write of the region, and signs what the hub tells of it.
struct HubCustodian: Custodian {
    let roster: Roster
    let key: SigningKey
    let entropy: any Entropy

    func open(_ bytes: [UInt8]) throws -> Opening {
        do {
            let bundle = try SealedBundle(bytes)
            guard case .accepted(let key) = roster.judgeSender(of: bundle.header) else {
                return .refused(code: "revoked", message: "the sender may not write here")
            }
            return .opened(Envelope(bundle.header, try bundle.verified(by: key).body()))
        } catch {
            return .refused(code: error.name, message: error.description)
        }
    }

    func seal(_ envelope: Envelope) throws -> [UInt8] {
        try RegionDesk.sign(envelope, with: key, entropy)
    }

    func noteTaken(_ envelope: Envelope) {}

    func hears(_ label: BundleLabel) -> Bool { true }

    func stillHears(_ envelope: Envelope) -> Bool { true }

    func reachesEverybody(_ label: BundleLabel) -> Bool { true }
}
