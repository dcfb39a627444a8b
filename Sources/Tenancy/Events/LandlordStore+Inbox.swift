import Causality
import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// The fields that say when, by whom and with what trace something was written: they follow
    /// what they are about, and nobody is asked about them.
    private static let traces: [String: Set<String>] = [
        "registration": ["registered_at", "registered_by"],
        "tenant": ["erp_image"],
        "duplicate_decision": ["decided_by"],
        "erp_conflict": ["decided_by"],
    ]

    /// What laptops wrote apart, settled or not, oldest row first.
    package func inboxLines() throws -> [InboxLine] {
        let conflicts = try replica.conflicts()
            .filter { Self.traces[$0.collection]?.contains($0.field) != true }
        let names = Self.names(of: conflicts)
        var devices: [ReplicaID: (label: String, agent: String)] = [:]
        for version in conflicts.flatMap({ [$0.shown] + $0.others })
        where devices[version.dot.replica] == nil {
            devices[version.dot.replica] = try replicaLabel(version.dot.replica)
        }
        return try replica.read { database in
            try zip(conflicts, names).map { conflict, name in
                let versions = ([conflict.shown] + conflict.others).map { version in
                    InboxLine.Version(
                        value: version.value,
                        label: devices[version.dot.replica]?.label ?? version.dot.replica.short,
                        agent: devices[version.dot.replica]?.agent ?? "",
                        moment: version.time.milliseconds
                    )
                }
                return InboxLine(
                    id: name,
                    conflict: conflict,
                    person: try Self.person(of: conflict, in: database),
                    shown: versions[0],
                    others: Array(versions.dropFirst())
                )
            }
        }
    }

    /// Decides a line of the inbox, on every laptop.
    package func resolve(_ line: InboxLine, _ choice: InboxChoice, why: String) throws {
        let conflict = line.conflict
        let value = try Self.value(choice, for: conflict, schema: replica.schema)
        try replica.resolve(conflict, with: value, who: agent, why: why)
    }

    /// The line of a name, whose middle part may have any number of digits that tell it apart.
    package func inboxLine(_ name: String) throws -> InboxLine {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].count >= 4 else {
            throw TenancyError(.badValue, "an inbox line is named collection/digits/field")
        }
        let digits = parts[1].filter { $0 != "-" }.lowercased()
        let lines = try inboxLines().filter {
            $0.conflict.collection == parts[0] && $0.conflict.field == parts[2]
                && Self.digits(of: $0.conflict.id).hasPrefix(digits)
        }
        guard let line = lines.first else {
            throw TenancyError(.notFound, "the inbox has no such line: list it again")
        }
        guard lines.count == 1 else {
            throw TenancyError(.ambiguous, "more than one line is named so: give more digits")
        }
        return line
    }
}

extension LandlordStore {
    private static func value(
        _ choice: InboxChoice,
        for conflict: Conflict,
        schema: Schema
    ) throws -> Value {
        switch choice {
        case .shown: return conflict.shown.value
        case .other:
            let values = Set(conflict.others.map(\.value)).subtracting([conflict.shown.value])
            guard values.count == 1, let value = values.first else {
                throw TenancyError(.ambiguous, "there are several others: say the value to keep")
            }
            return value
        case .value(let text):
            let field = schema.collection(named: conflict.collection)?
                .field(named: conflict.field)
            return try typed(text, for: conflict, as: field?.type ?? .text)
        }
    }

    private static func typed(
        _ text: String,
        for conflict: Conflict,
        as type: FieldType
    ) throws -> Value {
        let field = conflict.field
        if let codes = FieldCodes.allowed(in: field, of: conflict.collection) {
            guard codes.contains(text) else {
                let list = codes.joined(separator: ", ")
                throw TenancyError(.badValue, "‘\(field)’ takes one of: \(list)")
            }
        }
        switch type {
        case .text: return .text(text)
        case .integer:
            guard let number = Int64(text) else {
                throw TenancyError(.badValue, "‘\(field)’ takes a whole number")
            }
            return .integer(number)
        case .blob:
            guard let id = RecordID(text) else {
                throw TenancyError(.badValue, "‘\(field)’ takes the identity of a row")
            }
            return .blob(id.bytes)
        }
    }

    /// Names that tell the lines apart, with eight digits of the row or as many as it takes.
    private static func names(of conflicts: [Conflict]) -> [String] {
        let rows = Set(conflicts.map(\.id)).map(digits(of:)).sorted()
        var count = 8
        while count < 32, Set(rows.map { $0.prefix(count) }).count < rows.count { count += 1 }
        return conflicts.map {
            "\($0.collection)/\(digits(of: $0.id).prefix(count))/\($0.field)"
        }
    }

    private static func digits(of id: RecordID) -> String {
        id.description.filter { $0 != "-" }
    }

    private static func person(
        of conflict: Conflict,
        in database: Database
    ) throws -> String? {
        if conflict.collection == "tenant" {
            return try name(ofTenant: conflict.id, in: database)
        }
        let about = [
            "attendance", "registration", "situation", "identification", "referral", "match",
            "outcome", "erp_conflict", "volunteer", "consent", "note", "barrier", "follow_up",
        ]
        guard about.contains(conflict.collection) else { return nil }
        let row = try Row.fetchOne(
            database,
            sql: "SELECT tenant FROM \"\(conflict.collection)\" WHERE id = ?",
            arguments: [conflict.id.data]
        )
        guard let tenant = row.flatMap({ RecordID($0, "tenant") }) else { return nil }
        return try name(ofTenant: tenant, in: database)
    }
}
