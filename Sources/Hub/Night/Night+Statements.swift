import HubStorage
import HubWire
import Statistics

extension Night {
    /// Merges the statements that every landlord's mailbox holds and no night has taken, with their tokens.
    ///
    /// What is told of them is told of the day, not of this run: one that was cut hides nothing.
    func takeStatements(_ report: inout NightReport) async throws {
        for landlord in folder.landlords {
            guard let mailbox = folder.mailbox(of: landlord) else { continue }
            try await takeStatements(of: mailbox)
        }
        let programmes = try store.programmes()
        for programme in programmes { try store.countPersons(programme.code, upTo: day.number) }
        report.releases = try programmes.map(release)
        report.statements.accepted = try store.accepted(on: day.number)
        report.statements.refused = try store.refusals(on: day.number).map {
            NightReport.Refused(what: $0.origin, reason: $0.reason)
        }
        report.silent = try store.silent(on: day.number).map {
            NightReport.Silent(
                programme: $0.programme,
                landlord: $0.landlord.code,
                ageDays: $0.ageDays
            )
        }
    }

    private func takeStatements(of mailbox: any MailboxStorage) async throws {
        var taken: [ContentHash] = []
        var waiting: [Statement] = []
        var lists: [(kept: KeptStatement, list: TokenList)] = []
        for kept in try await mailbox.statements() {
            let read = try? SentStatement(bytes: kept.body)
            if let read, isOfTomorrow(read.headline) {
                waiting.append(read.headline)
            } else if read == nil, let list = TokenList(bytes: kept.body) {
                lists.append((kept, list))
            } else {
                try store.receive(
                    statementBytes: kept.body,
                    origin: Self.origin(of: kept),
                    receivedDay: day.number,
                    sender: kept.landlord
                )
                taken.append(kept.hash)
            }
        }
        lists.removeAll { tokens in waiting.contains { tokens.list.isOf($0) } }
        for (kept, list) in lists {
            try store.receive(
                tokens: kept.body,
                list,
                origin: Self.origin(of: kept),
                receivedDay: day.number,
                sender: kept.landlord
            )
        }
        try await mailbox.noteTaken(taken)
        try await mailbox.removeTaken(lists.map(\.kept.hash))
    }

    private static func origin(of kept: KeptStatement) -> String {
        "\(kept.landlord) \(kept.hash.description.prefix(12))"
    }

    /// Releases a programme's tables for the night, or says why none came out.
    private func release(_ programme: Programme) throws -> NightReport.Release {
        let persons = try store.personCounts(programme.code, upTo: day.number)[.participants]
        do {
            let release = try store.release(programme.code, cutoff: day, signedBy: key)
            return NightReport.Release(
                programme: programme.code,
                number: release.number,
                persons: persons?.text
            )
        } catch let failure as ReleaseFailure {
            return NightReport.Release(
                programme: programme.code,
                reason: failure.description,
                persons: persons?.text
            )
        }
    }

    /// Days begin earlier in France than in UTC: what is dated tomorrow waits for its night.
    private func isOfTomorrow(_ statement: Statement) -> Bool {
        statement.cutoff.number == day.number + 1
    }
}
