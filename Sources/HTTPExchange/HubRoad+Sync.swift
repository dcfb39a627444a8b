import Custody
import Exchange
import HubWire
import Membership
import ReplicaStore
import Sealing
import Seams

extension HubRoad {
    /// One synchronisation with a hub, whose key is pinned at the first meeting.
    ///
    /// The key is the one that the membership log names. Until it names one, `key`, in hexadecimal, is
    /// needed the first time; met with it, the administrator's device enters it into the log.
    /// `authority` may vouch for its certificate.
    package static func sync(
        _ replica: Replica,
        _ custody: DeviceCustody,
        at address: HubAddress,
        key: String?,
        trusting authority: HubAuthority? = nil,
        beside disk: any Disk,
        _ pause: HubPause,
        _ compaction: MailboxCompaction = MailboxCompaction(),
        region: RegionSync? = nil,
        obeying: @escaping ([Erasure]) throws -> Void = { _ in }
    ) throws -> SyncReport {
        let hub = PinnedHub(beside: disk, named: try custody.log().roster.hub)
        let memory = try hub.memory(key: key)
        let road = try HubRoad(custody, at: address, trusting: authority, memory, pause)
        defer { try? road.connection.close() }
        do {
            let sync = SealedSync(
                custody,
                replica,
                road,
                road,
                compaction,
                region: region,
                obeying: obeying
            )
            var report = try sync.run()
            report.refusals += road.notices
            report.beganAnew = road.beganAnew
            // Should the hub give next time what it holds back, it is looked for from the beginning.
            if !report.missing.isEmpty || !report.withheld.isEmpty { road.memory.listAnew() }
            try road.name(try hub.verifyingKey(of: memory), in: custody)
            try hub.remember(road.remembered)
            return report
        } catch {
            // What was listed is kept; a log that was not taken comes again.
            var learned = road.remembered
            learned.members = memory.members
            try? hub.remember(learned)
            throw error
        }
    }

    /// Leaves one thing at the hub, such as a statement, without a synchronisation.
    package static func leave(
        _ custody: DeviceCustody,
        at address: HubAddress,
        key: String?,
        trusting authority: HubAuthority? = nil,
        beside disk: any Disk,
        _ pause: HubPause,
        _ work: (any Mailbox) throws -> Void
    ) throws {
        let hub = PinnedHub(beside: disk, named: try custody.log().roster.hub)
        let memory = try hub.memory(key: key)
        let road = try HubRoad(custody, at: address, trusting: authority, memory, pause)
        defer { try? road.connection.close() }
        defer { try? hub.remember(road.remembered) }
        try work(road)
    }

    /// A hub's key from its sixty-four hexadecimal digits.
    package static func key(_ text: String) throws -> VerifyingKey {
        try PinnedHub.verifyingKey(text.lowercased())
    }

    private convenience init(
        _ custody: DeviceCustody,
        at address: HubAddress,
        trusting authority: HubAuthority?,
        _ memory: HubMemory,
        _ pause: HubPause
    ) throws {
        let connection = HubConnection(
            address,
            hub: try PinnedHub.verifyingKey(memory.key),
            device: custody.device,
            identity: custody.identity,
            trusting: authority,
            pause
        )
        self.init(connection, of: try custody.log().roster.landlord, memory)
    }

    /// The administrator's device enters the key that answered, so that every colleague knows it.
    private func name(_ key: VerifyingKey, in custody: DeviceCustody) throws {
        let roster = try custody.log().roster
        guard roster.hub == nil, roster.administrator == custody.device else { return }
        if try custody.name(hub: key) { try leave(try custody.log()) }
    }
}
