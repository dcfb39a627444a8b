import BundleFormat
import Causality
import Exchange
import Membership
import Records
import ReplicaStore
import Sealing
import Seams

/// Signs and checks the bundles of the region's partition: in clear, for nobody appears in it.
///
/// Two are heard: the hub, by the key that this device knows, and the devices of the own landlord. What
/// other landlords write comes through the hub.
struct RegionCustodian: Custodian {
    private let custody: DeviceCustody
    private let roster: Roster
    private let hub: VerifyingKey

    init(_ custody: DeviceCustody, hub: VerifyingKey) throws {
        self.custody = custody
        self.hub = hub
        roster = try custody.log().roster
    }

    func open(_ bytes: [UInt8]) throws -> Opening {
        do {
            let bundle = try SealedBundle(bytes)
            guard bundle.header.fields.partition.kind == .region else {
                return Self.refused(.otherLandlord)
            }
            switch signer(of: bundle.header) {
            case .accepted(let key):
                let body = try bundle.verified(by: key).body()
                return .opened(Envelope(bundle.header, body))
            case .quarantined: return Self.refused(.revoked)
            case .refused(let refusal): return Self.refused(refusal)
            }
        } catch {
            return .refused(code: error.name, message: error.description)
        }
    }

    /// Whose signature a bundle takes.
    private func signer(of header: SealedBundle.Header) -> Judgement {
        header.fields.device == DeviceID(of: hub) ? .accepted(hub) : roster.judgeSender(of: header)
    }

    private static func refused(_ refusal: Judgement.Refusal) -> Opening {
        .refused(
            code: refusal.rawValue,
            message: "the sender is neither the hub nor a device of this landlord"
        )
    }

    func seal(_ envelope: Envelope) throws -> [UInt8] {
        try CustodyError.naming {
            try SealedBundle.seal(
                envelope.body,
                SealedBundle.Fields(envelope, by: custody.device, knowing: roster.head),
                to: [],
                signedBy: custody.identity,
                entropy: custody.environment.entropy
            )
        }
    }

    func noteTaken(_ envelope: Envelope) {}

    /// What a header says counts before its bundle is opened, so its signature is checked here.
    func hears(_ label: BundleLabel) -> Bool {
        guard let header = label.sealed, case .accepted(let key) = signer(of: header) else {
            return false
        }
        return header.isSigned(by: key)
    }

    func stillHears(_ envelope: Envelope) -> Bool { true }

    func reachesEverybody(_ label: BundleLabel) -> Bool { true }

    /// Whether a bundle is the hub's own and sound: only such a one may found the region's store here.
    func isOfTheHub(_ bytes: [UInt8]) -> Bool {
        guard let bundle = try? SealedBundle(bytes),
            bundle.header.fields.device == DeviceID(of: hub), case .opened? = try? open(bytes)
        else { return false }
        return true
    }
}
