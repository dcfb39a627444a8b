import Custody
import Membership
import Records
import Region
import ReplicaStore
import Sealing
import Statistics
import Tenancy

/// What this device knows of the region, and what it leaves there for other landlords.
struct RegionDoor {
    /// The landlord's own code.
    let code: String
    let custody: DeviceCustody
    /// The region's store; nil until the hub has said something.
    let region: Replica?

    init(_ options: StoreOptions, _ store: LandlordStore, _ custody: DeviceCustody) throws {
        code = store.replica.partition.code
        self.custody = custody
        region = try RegionSync(
            beside: try options.folder,
            try LandlordStore.regionSchema(),
            .host
        ).open()
    }

    func close() { try? region?.close() }

    /// The region's policy as it was signed; the usual one where none came.
    var policy: ReleasePolicy {
        get throws {
            try custody.policy().map { try ReleasePolicy(bytes: $0.policy) } ?? ReleasePolicy()
        }
    }

    /// The other landlords among which persons are counted once, in their order.
    func partners(under policy: ReleasePolicy) -> [String] {
        policy.tokenLandlords.filter { $0 != code }.sorted()
    }

    /// By which keys a landlord's administrator is known, as the hub passed them on.
    func card(of landlord: String) throws -> AdministratorCard? {
        guard let region else { return nil }
        return try SignedPaper.all(.administrator, in: region)
            .first { $0.subject == landlord }
            .flatMap { try? AdministratorCard($0.bytes) }
    }

    /// Leaves the key of a period for a landlord's administrator.
    func leave(keyOf period: String, for landlord: String, _ card: AdministratorCard) throws {
        guard let region else { return }
        let letter = try custody.sealPeriodKey(period, to: card, of: landlord)
        let subject = Self.subject(period, landlord)
        try SignedPaper.put(
            [SignedPaper(.periodKey, about: subject, letter.bytes)],
            in: region
        )
    }

    private static func subject(_ period: String, _ landlord: String) -> String {
        "\(period) \(landlord)"
    }

    // MARK: What came

    /// Takes what the region brought: the policy, and the period's key if it is for this device.
    ///
    /// - Returns: What is new, as sentences; what was refused stops nothing.
    func take() throws -> (news: [String], refusals: [(what: String, reason: String)]) {
        var news: [String] = []
        var refusals: [(what: String, reason: String)] = []
        func attempt(_ what: String, _ work: () throws -> String?) throws {
            do {
                if let sentence = try work() { news.append(sentence) }
            } catch let error as CustodyError where [.region, .sealed].contains(error.code) {
                refusals.append((what, error.description))
            } catch let error as PolicyFailure {
                refusals.append((what, error.description))
            }
        }
        try attempt("policy") { try takePolicy() }
        try attempt("period-key") { try takePeriodKey() }
        return (news, refusals)
    }

    private func takePolicy() throws -> String? {
        guard let region, let paper = try SignedPaper.all(.policy, in: region).first,
            try custody.take(policy: paper.bytes)
        else { return nil }
        return "The region's policy came: no block under \(try policy.threshold) persons."
    }

    /// Only the administrator's device keeps the key of a period.
    private func takePeriodKey() throws -> String? {
        guard let region, let period = try policy.period, period.keyMaker != code,
            try custody.log().roster.administrator == custody.device
        else { return nil }
        let subject = Self.subject(period.name, code)
        guard
            let paper = try SignedPaper.all(.periodKey, in: region)
                .first(where: { $0.subject == subject }),
            custody.periodKey(period.name) == nil,
            try custody.take(
                periodKey: paper.bytes,
                of: period.name,
                madeBy: period.keyMaker
            )
        else { return nil }
        return "The key of the period \(period.name) came."
    }
}
