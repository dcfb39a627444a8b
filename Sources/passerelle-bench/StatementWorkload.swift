import HostSystem
import InventedPeople
import Records
import ReplicaStore
import Statistics
import Tenancy

/// What a landlord's statement costs from its records on: reading, counting, rolling up, writing.
struct StatementWorkload: Workload {
    private static let tenants = 100_000
    private static let events = 20
    /// Registrations and marks of each tenant: with a situation and an identification, ten engagements.
    private static let visits = 4
    private static let programme = "phase-1"
    private static let day = "2023-02-13"
    /// December 2022.
    private static let registeredAt: Int64 = 1_670_000_000_000

    private let bench: Bench
    private let store: LandlordStore

    init(_ bench: Bench) throws {
        self.bench = bench
        guard
            let partition = PartitionID(kind: .landlord, id: InventedRows.id(0), code: "BENCH")
        else { throw BenchFailure.wrongWork("the partition has no name") }
        store = try LandlordStore.create(
            in: try bench.folder.make(),
            partition,
            agent: "bench",
            label: "bench",
            ReplicaEnvironment(clock: SystemClock(), entropy: SystemEntropy(), volume: HostVolume())
        )
        try declare()
        try store.replica.write { transaction in
            try Self.addEvents(transaction)
            try Self.addTenants(transaction)
            try Self.addAnswers(transaction)
            try Self.addVisits(transaction)
        }
    }

    func sample(round: Int) throws -> Sample {
        var persons = 0
        let time = try bench.milliseconds {
            let statement = try store.detailedStatement(programme: Self.programme)
            persons = statement.canonicalBytes.isEmpty ? 0 : statement.persons
        }
        guard persons == Self.tenants else {
            throw BenchFailure.wrongWork("\(persons) persons were counted")
        }
        return Sample(plain: nil, engine: time)
    }

    private func declare() throws {
        guard let start = UTCDay(iso: "2022-10-01"), let end = UTCDay(iso: "2023-12-31") else {
            throw BenchFailure.wrongWork("the programme has no dates")
        }
        try store.declare(
            try Programme(
                code: Self.programme,
                name: "Phase 1",
                objective: nil,
                start: start,
                end: end
            )
        )
    }

    /// Identities of one kind follow one another, and no two kinds share any.
    private static func id(_ kind: Int, _ index: Int) -> Value {
        .blob(recordID(kind, index).bytes)
    }

    private static func recordID(_ kind: Int, _ index: Int) -> RecordID {
        InventedRows.id(kind * 1_000_000 + index)
    }

    private static func addEvents(_ transaction: WriteTransaction) throws {
        let event = try transaction.inserter("event", ["kind", "programme", "starts_on", "status"])
        for index in 0..<events {
            try event.insert(
                recordID(1, index),
                [.text("rdv_emploi"), .text(programme), .text(day), .text("clos")]
            )
        }
    }

    private static func addTenants(_ transaction: WriteTransaction) throws {
        let tenant = try transaction.inserter(
            "tenant",
            ["title", "last_name", "first_name", "birth_date", "commune_code", "qpv_code"]
        )
        var people = PersonGenerator(seed: 1)
        for index in 0..<tenants {
            let person = people.next()
            let birth = CalendarDay(
                year: person.birthDate.year,
                month: person.birthDate.month,
                day: person.birthDate.day
            )
            try tenant.insert(
                recordID(2, index),
                [
                    .text(person.title.rawValue), .text(person.lastName), .text(person.firstName),
                    Value(birth?.isoText), .text(person.communeCode), Value(person.qpvCode),
                ]
            )
        }
    }

    private static func addAnswers(_ transaction: WriteTransaction) throws {
        let identification = try transaction.inserter(
            "identification",
            ["tenant", "programme", "on_date", "contacted_on"]
        )
        let situation = try transaction.inserter(
            "situation",
            ["tenant", "on_date", "known_answer"]
        )
        for index in 0..<tenants {
            try identification.insert(
                recordID(3, index),
                [id(2, index), .text(programme), .text("2022-11-02"), .text("2022-12-05")]
            )
            let answer: KnownAnswer = index.isMultiple(of: 5) ? .none : .notStated
            try situation.insert(
                recordID(4, index),
                [id(2, index), .text(day), .text(answer.rawValue)]
            )
        }
    }

    private static func addVisits(_ transaction: WriteTransaction) throws {
        let registration = try transaction.inserter(
            "registration",
            ["event", "tenant", "registered_at", "status"]
        )
        let attendance = try transaction.inserter(
            "attendance",
            ["event", "tenant", "mark", "checked_at"]
        )
        for visit in 0..<tenants * visits {
            let (tenant, turn) = (visit / visits, visit % visits)
            let event = id(1, (tenant + turn * 5) % events)
            try registration.insert(
                recordID(5, visit),
                [event, id(2, tenant), .integer(registeredAt), .text("inscrit")]
            )
            let mark = tenant.isMultiple(of: 3) ? "noshow/closing" : "seen/signed"
            try attendance.insert(
                recordID(6, visit),
                [event, id(2, tenant), .text(mark), .integer(registeredAt + 7_000_000_000)]
            )
        }
    }
}
