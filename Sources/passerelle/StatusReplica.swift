import Causality
import Custody
import Membership
import Tenancy

/// One replica of the landlord, as the status tells it.
struct StatusReplica: Encodable {
    let replica: String
    let label: String
    let agent: String
    /// What people call its device, where a bundle of it was met.
    let station: String?
    let writes: UInt64
    let isThisOne: Bool
    /// The day on which it was last seen here; left out where it never was.
    let seenOn: String?
    /// How many of the writes that are known here it is not known to have seen.
    let lacks: UInt64?
    /// The numbers of its bundles that are waited for.
    let owes: [UInt64]

    init(
        _ entry: VersionVector.Entry,
        device: (label: String, agent: String)?,
        peer: PeerLine?,
        _ record: CustodyRecord?,
        owes: [UInt64],
        isThisOne: Bool
    ) {
        let head = record?.heads.first { $0.replica == entry.replica }
        replica = entry.replica.description
        label = device?.label ?? ""
        agent = device?.agent ?? ""
        station = head.flatMap { record?.roster.members[$0.device]?.station.description }
        writes = entry.counter
        self.isThisOne = isThisOne
        let seen = head.flatMap { FrenchTime.day(of: $0.seenAt)?.isoText }
        seenOn = isThisOne ? nil : seen ?? peer?.heardOn
        lacks = peer?.lacks
        self.owes = owes
    }

    var text: String {
        let name = station.map { "  \($0)" } ?? ""
        let line = "  \(replica.prefix(8))\(name)  \(writes) writes seen  \(label)  \(agent)"
        return line + (isThisOne ? "  (this one)" : "\n      \(news)")
    }

    private var news: String {
        let seen = seenOn.map { "last seen on \($0)" } ?? "never seen"
        let lag = lacks.map { $0 == 0 ? ", lacks nothing" : ", lacks \($0) writes" } ?? ""
        let numbers = owes.map(String.init).joined(separator: ", ")
        return seen + lag + (owes.isEmpty ? ", owes nothing" : ", owes bundle \(numbers)")
    }
}
