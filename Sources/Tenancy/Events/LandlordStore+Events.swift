import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Adds an event, with the stops of a Rallye.
    package func add(_ draft: EventDraft) throws -> RecordID {
        try draft.check()
        return try replica.write { transaction in
            try Self.requireProgramme(draft.programme, in: transaction.database)
            let id = transaction.newID()
            try transaction.insert("event", id: id, draft.values)
            for (rank, stop) in draft.stops.enumerated() {
                try transaction.insert(
                    "event_stop",
                    id: .natural("event_stop", id.bytes, Array("\(rank + 1)".utf8)),
                    [
                        "event": .blob(id.bytes), "rank": .integer(Int64(rank) + 1),
                        "host": .text(stop.host), "team": Value(stop.team), "offers": 0,
                    ]
                )
            }
            return id
        }
    }

    /// The events, by day.
    package func events(programme: String? = nil) throws -> [Event] {
        try replica.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM event WHERE ?1 IS NULL OR programme = ?1
                    ORDER BY starts_on, start_time, name, id
                    """,
                arguments: [programme]
            ).compactMap(Event.init)
        }
    }

    package func event(_ id: RecordID) throws -> Event {
        try replica.read { try Event.required(id, in: $0) }
    }

    /// Opens, fills or cancels an event; ``close(_:)`` closes it.
    package func setStatus(_ status: EventStatus, ofEvent id: RecordID) throws {
        guard status != .closed else {
            throw TenancyError(.refused, "an event is closed with `event close`, list and all")
        }
        try replica.write { transaction in
            try transaction.requireRow("event", id)
            try transaction.update("event", id: id, ["status": .text(status.rawValue)])
        }
    }

    /// The stops of a Rallye, in their order.
    package func stops(ofEvent id: RecordID) throws -> [EventStop] {
        try replica.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM event_stop WHERE event = ? ORDER BY rank, id",
                arguments: [id.data]
            ).compactMap { row in
                guard let id = RecordID(row, "id") else { return nil }
                return EventStop(
                    id: id,
                    rank: row["rank"] ?? 0,
                    host: row["host"] ?? "",
                    team: row["team"],
                    offers: row["offers"] ?? 0
                )
            }
        }
    }

    /// Counts offers that a team brought back from a stop; teams that count apart add up.
    package func addOffers(_ count: Int, atStop id: RecordID) throws {
        guard (-1_000...1_000).contains(count), count != 0 else {
            throw TenancyError(
                .badValue,
                "\(count) offers are not from 1 to 1000, nor back to -1000"
            )
        }
        try replica.write { transaction in
            let offers = try Row.fetchOne(
                transaction.database,
                sql: "SELECT offers FROM event_stop WHERE id = ?",
                arguments: [id.data]
            ).map { $0["offers"] as Int64? ?? 0 }
            guard let offers else { throw TenancyError(.notFound, "there is no such stop") }
            let (sum, overflow) = offers.addingReportingOverflow(Int64(count))
            guard !overflow, sum >= 0 else {
                throw TenancyError(.badValue, "\(offers) offers and \(count) more make no count")
            }
            try transaction.update("event_stop", id: id, ["offers": .integer(sum)])
        }
    }
}
