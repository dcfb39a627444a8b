import Records

/// What is said of an event before it has an identity.
package struct EventDraft: Sendable {
    package let kind: EventKind
    package let name: String
    package let day: CalendarDay
    package var programme: String?
    package var startTime: String?
    package var place: String?
    package var communeCode: String?
    package var qpvCode: String?
    package var capacity: Int?
    package var status = EventStatus.open
    /// The stops of a Rallye, in their order.
    package var stops: [StopDraft] = []

    /// Where a Rallye stops, and which team goes there.
    package struct StopDraft: Sendable {
        package let host: String
        package let team: String?

        package init(host: String, team: String? = nil) {
            self.host = host
            self.team = team
        }
    }

    package init(_ kind: EventKind, _ name: String, on day: CalendarDay) {
        self.kind = kind
        self.name = name
        self.day = day
    }

    func check() throws {
        guard name.contains(where: { !$0.isWhitespace }), name.utf8.count <= 200 else {
            throw TenancyError(.badValue, "an event needs a name of at most 200 bytes")
        }
        if let capacity, !(1...1_000_000).contains(capacity) {
            throw TenancyError(.badValue, "a capacity of \(capacity) is not from 1 to 1000000")
        }
        if let startTime, ClockTime(startTime) == nil {
            throw TenancyError(.badValue, "the start time is not HH:MM, such as 09:30")
        }
        guard stops.isEmpty || kind == .rallyeEmploi else {
            throw TenancyError(.badValue, "only a rallye_emploi has stops: remove them")
        }
    }

    var values: [String: Value] {
        [
            "kind": .text(kind.rawValue), "name": .text(name), "programme": Value(programme),
            "starts_on": .text(day.isoText), "start_time": Value(startTime),
            "place": Value(place), "commune_code": Value(communeCode),
            "qpv_code": Value(qpvCode),
            "capacity": capacity.map { .integer(Int64($0)) } ?? .null,
            "status": .text(status.rawValue),
        ]
    }
}
