import Custody
import Membership
import Sealing
import Tenancy

/// One device of the landlord, as a command answers it.
struct DeviceLine: Encodable {
    let station: UInt64
    let device: String
    let isThisOne: Bool
    let isAdministrator: Bool
    let isActive: Bool
    /// Why it was revoked.
    let reason: String?
    /// The day on which its last bundle came here, by the clock here; left out where none did.
    let seenOn: String?
    /// How many of the writes that are known here its replica is not known to have seen.
    let lacks: UInt64?

    init(_ member: Member, _ roster: Roster, own: DeviceID, head: BundleHead?, _ peer: PeerLine?) {
        station = member.station.number
        device = member.device.description
        isThisOne = member.device == own
        isAdministrator = member.device == roster.administrator
        isActive = member.isActive
        reason = member.revocation.map { RevocationWord($0.reason).rawValue }
        seenOn = head.flatMap { FrenchTime.day(of: $0.seenAt)?.isoText }
        lacks = peer?.lacks
    }

    /// « poste 2  active  last seen on 2026-11-23, lacks 12 writes ».
    var text: String {
        let state = reason.map { "revoked: \($0)" } ?? "active"
        let seen = seenOn.map { "last seen on \($0)" } ?? "never seen"
        let lag = lacks.map { $0 == 0 ? ", lacks nothing" : ", lacks \($0) writes" } ?? ""
        let role = isAdministrator ? "  (administrator)" : ""
        let place = isThisOne ? "  (this one)" : "  \(seen)\(lag)"
        return "  poste \(station)  \(state)\(place)\(role)"
    }
}
