import Custody
import Membership
import Records
import ReplicaStore
import Sealing
import Seams
import Tenancy
import WebPages

extension DeskSite {
    static let devicesPath = "/reglages/postes"

    /// The devices of the landlord, and what its administrator does with them.
    func devices(_ visit: DeskVisit, _ action: String?) throws -> DeskAnswer {
        switch (visit.request.method, action) {
        case (.get, nil): return try deviceList(visit)
        case (.post, "inviter"): return try invite(visit)
        case (.post, "retirer"): return try revoke(visit)
        case (.post, "confier"): return try handOver(visit)
        default: throw DeskRefusal.missing
        }
    }

    private func deviceList(_ visit: DeskVisit, made: DevicesPage.Made? = nil) throws -> DeskAnswer
    {
        let (roster, own, heads) = try keys.use { custody in
            (try custody.log().roster, custody.device, try custody.heads())
        }
        let page = DevicesPage(
            visit,
            roster,
            own: own,
            heads,
            labels: try deviceLabels(heads),
            made: made
        )
        let title = visit.language.word("devicesTitle")
        return try self.page(.postes, page, visit, title: title, section: "/reglages")
    }

    /// What each device calls itself and who uses it, by the replica that it writes.
    private func deviceLabels(_ heads: [BundleHead]) throws -> [DeviceID: String] {
        var labels: [DeviceID: String] = [:]
        for head in heads.sorted(by: { $0.seenAt < $1.seenAt }) {
            guard let label = try store.replicaLabel(head.replica) else { continue }
            labels[head.device] =
                [label.agent, label.label].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return labels
    }

    /// Answers the request of a new device: the invitation is laid beside it.
    private func invite(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let path = visit.typed("fichier"), let slash = path.lastIndex(of: "/"),
            slash != path.startIndex
        else { return refused(visit, "requestMissing") }
        let disk = world.disk(String(path[..<slash]))
        let name = String(path[path.index(after: slash)...])
        do {
            let size = try disk.size(of: name)
            guard size <= MembershipLimits.request else { return refused(visit, "requestRefused") }
            let bytes = try disk.read(name, from: 0, count: size)
            let partition = store.replica.partition
            let made = try keys.use { custody in
                let request = try CustodyError.naming { try DeviceRequest(bytes) }
                let (invitation, station) = try custody.invite(request, into: partition)
                // A name without a person in it: the number of the device.
                let file = "invitation-poste-\(station.number)"
                try disk.write(invitation.bytes, as: file)
                return DevicesPage.Made(
                    file: String(path[...slash]) + file,
                    fingerprint: request.fingerprint.description,
                    code: invitation.code.description
                )
            }
            return try deviceList(visit, made: made)
        } catch is DiskFailure {
            return refused(visit, "requestMissing")
        } catch let error as CustodyError {
            return refused(visit, error)
        }
    }

    private func revoke(_ visit: DeskVisit) throws -> DeskAnswer {
        guard visit.fields["confirme"] != nil else { return refused(visit, "confirmMissing") }
        guard let number = visit.number("poste").flatMap(UInt64.init(exactly:)),
            let reason = DeviceReason(rawValue: visit.fields["motif"] ?? "")
        else { throw DeskRefusal.form }
        let known = store.replica.versionVector
        return try change(visit, told: "deviceRevoked") { custody in
            try custody.revoke(DeviceCustody.station(number), reason.reason, known: known)
        }
    }

    private func handOver(_ visit: DeskVisit) throws -> DeskAnswer {
        guard visit.fields["confirme"] != nil else { return refused(visit, "confirmMissing") }
        guard let number = visit.number("poste").flatMap(UInt64.init(exactly:)) else {
            throw DeskRefusal.form
        }
        return try change(visit, told: "handedOver") { custody in
            try custody.handOver(to: DeviceCustody.station(number))
        }
    }

    private func change(
        _ visit: DeskVisit,
        told: String,
        _ work: @Sendable (DeviceCustody) throws -> Void
    ) throws -> DeskAnswer {
        do {
            try keys.use(work)
        } catch let error as CustodyError {
            return refused(visit, error)
        }
        return done(visit, Self.devicesPath, visit.language.word(told))
    }

    private func refused(_ visit: DeskVisit, _ error: CustodyError) -> DeskAnswer {
        switch error.code {
        case .notAdministrator: refused(visit, "notAdministrator")
        case .notFound: refused(visit, "deviceUnknown")
        default: refused(visit, "requestRefused")
        }
    }

    private func refused(_ visit: DeskVisit, _ word: String) -> DeskAnswer {
        done(visit, Self.devicesPath, visit.language.word(word), isWarning: true)
    }
}
