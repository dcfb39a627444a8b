import Records
import Statistics
import Tenancy

/// One event with its stops and the people on its list.
struct EventAnswer: Report {
    /// What the list of events says of one.
    struct Summary: Encodable {
        let id: String
        let kind: String
        let name: String
        let day: String
        let time: String?
        let place: String?
        let programme: String?
        let capacity: Int?
        let status: String

        init(_ event: Event) {
            id = event.id.description
            kind = event.kind.rawValue
            name = event.name
            day = event.day.isoText
            time = event.startTime
            place = event.place
            programme = event.programme
            capacity = event.capacity
            status = event.status.rawValue
        }

        var line: String {
            [id, day, time, status, kind, name].compactMap(\.self).joined(separator: "  ")
        }
    }

    struct Stop: Encodable {
        let id: String
        let rank: Int
        let host: String
        let team: String?
        let offers: Int
    }

    struct Person: Encodable {
        let tenant: String
        let name: String
        let registration: String?
        let status: String?
        let method: String?
        let checkedAt: String?
        let walkIn: Bool
    }

    let event: Summary
    let stops: [Stop]
    let people: [Person]

    init(_ store: LandlordStore, _ id: RecordID) throws {
        event = Summary(try store.event(id))
        stops = try store.stops(ofEvent: id).map {
            Stop(
                id: $0.id.description,
                rank: $0.rank,
                host: $0.host,
                team: $0.team,
                offers: $0.offers
            )
        }
        people = try store.attendanceList(ofEvent: id).map {
            Person(
                tenant: $0.tenant.description,
                name: $0.name,
                registration: $0.registration?.rawValue,
                status: $0.status?.rawValue,
                method: $0.method?.rawValue,
                checkedAt: $0.checkedAt.map(FrenchTime.text),
                walkIn: $0.isWalkIn
            )
        }
    }

    var text: String {
        var lines = [event.line]
        lines += stops.map {
            "  stop \($0.rank)  \($0.id)  \($0.host)  \($0.team ?? "-")  \($0.offers) offers"
        }
        lines += people.map { person in
            [
                "  \(person.tenant.prefix(13))", person.name, person.status ?? "-", person.method,
                person.checkedAt, person.walkIn ? "walk-in" : nil,
            ].compactMap(\.self).joined(separator: "  ")
        }
        return lines.joined(separator: "\n")
    }
}

/// The events, one a line.
struct EventListAnswer: Report {
    let events: [EventAnswer.Summary]

    var text: String {
        events.isEmpty ? "No event." : events.map(\.line).joined(separator: "\n")
    }
}
