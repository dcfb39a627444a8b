import Causality
import Records
import ReplicaStore

extension LandlordStore {
    /// What is left to decide that is not about the versions of one field.
    package func notices() throws -> [Notice] {
        let entries = try replica.inbox().filter { $0.kind != .concurrent }
        let digits = entries.map(Self.digits(of:))
        var count = 8
        while count < 32, Set(digits.map { $0.prefix(count) }).count < Set(digits).count {
            count += 1
        }
        return try zip(entries, digits).map { entry, digits in
            let label = try entry.writer.flatMap { try replicaLabel($0)?.label }
            return Notice(
                id: "\(entry.kind.rawValue)/\(digits.prefix(count))/\(entry.field ?? "row")",
                entry: entry,
                label: label ?? entry.writer?.short ?? ""
            )
        }
    }

    /// Decides a line: what is shown stays, or the other takes its place.
    ///
    /// - Throws: ``TenancyError`` where there is no such line, or no such choice.
    package func resolveNotice(_ name: String, takingOther: Bool, why: String) throws {
        let found = try notices().filter { $0.id == name }
        guard let notice = found.first else {
            throw TenancyError(.notFound, "the inbox has no such line: list it again")
        }
        guard let resolution = notice.resolution(takingOther: takingOther) else {
            throw TenancyError(.badValue, "a line ‘\(notice.entry.kind.rawValue)’ keeps ‘shown’")
        }
        try replica.resolve(notice.entry, resolution, who: agent, why: why)
    }

    private static func digits(of entry: InboxEntry) -> String {
        (entry.id?.description ?? entry.writer?.description ?? "").filter { $0 != "-" }
    }
}
