import Causality
import GRDB
import InventedPeople
import Records
import ReplicaStore
import Tenancy
import Testing

/// Situation: the late extract comes in after an agent corrected seven telephone numbers.
struct LateImportTests {
    private let world: PeopleWorld
    private var store: LandlordStore { world.a }

    init() throws {
        world = try PeopleWorld()
        let report = try world.a.importErp(
            try world.file(PeopleWorld.fixture("extrait-initial.csv"))
        )
        #expect(report.created == 1_167)
        #expect(report.kept == 1_167)
        for edit in LateExtract.agentEdits {
            let tenant = try #require(try world.a.tenant(erpRef: edit.erpRef))
            try world.a.updateTenant(tenant.id, [.phone: edit.phone])
        }
        world.pass(minutes: 1)
    }

    private func late() throws -> ErpFile {
        try world.file(PeopleWorld.fixture("extrait-tardif.csv"))
    }

    @Test func `1,250 rows: 1,020 unchanged, 140 updated, 58 created, 7 conflicts, 25 left out`()
        throws
    {
        var told: [Int] = []
        let report = try store.importErp(try late()) { taken, total in
            told.append(taken)
            #expect(total == 1_250)
        }
        #expect(report.rows == 1_250)
        #expect(report.unchanged == 1_020)
        #expect(report.updated == 140)
        #expect(report.created == 58)
        #expect(report.conflicts == 7)
        #expect(report.kept == 1_225)
        #expect(report.rejected.count == 18)
        let impossible = report.rejected.filter { rejection in
            rejection.reasons.contains {
                if case .birthDateImpossible = $0 { true } else { false }
            }
        }
        #expect(impossible.count == 3)
        #expect(report.duplicatesInFile.count == 7)
        #expect(report.warnings[.communeZeroRestored]?.count == 28)
        #expect(report.warnings[.phoneMangled]?.count == 12)
        #expect(report.warnings.count == 2)
        #expect(report.toVerify.isEmpty)
        #expect(report.encoding == .windows1252)
        #expect(report.delimiter == .semicolon)
        #expect(told == [1_000])
        #expect(try store.count("tenant") == 1_225)
        #expect(try store.journal() == ["import", "import"])
    }

    @Test func `the agent's seven numbers stay, and the ERP's are shown beside them`() throws {
        _ = try store.importErp(try late())
        let conflicts = try store.erpConflicts()
        #expect(conflicts.count == 7)
        for edit in LateExtract.agentEdits {
            let tenant = try #require(try store.tenant(erpRef: edit.erpRef))
            let typed = edit.phone.filter { $0 != " " }
            #expect(tenant.phone == typed)
            let conflict = try #require(conflicts.first { $0.tenant == tenant.id })
            #expect(conflict.field == .phone)
            #expect(conflict.storeValue == typed)
            #expect(conflict.erpValue?.utf8.count == 10)
            #expect(conflict.erpValue != typed)
        }
    }

    @Test func `the same file again: nothing created or updated, 7 still open, nothing written`()
        throws
    {
        _ = try store.importErp(try late())
        let vector = store.replica.versionVector
        let before = try store.dump()
        let again = try store.importErp(try late())
        #expect(again.created == 0)
        #expect(again.updated == 0)
        #expect(again.conflicts == 7)
        #expect(again.newConflicts == 0)
        #expect(again.openConflicts == 7)
        #expect(again.unchanged == 1_218)
        #expect(store.replica.versionVector == vector)
        #expect(try store.dump() == before)
        #expect(try store.journal().count == 2)
    }

    @Test func `a dry run says what the import then does, and changes nothing`() throws {
        let vector = store.replica.versionVector
        let before = try store.dump()
        let preview = try store.importErp(try late(), isDryRun: true)
        #expect(store.replica.versionVector == vector)
        #expect(try store.dump() == before)
        let real = try store.importErp(try late())
        #expect(preview.isDryRun && !real.isDryRun)
        #expect(preview.updated == real.updated)
        #expect(preview.created == real.created)
        #expect(preview.unchanged == real.unchanged)
        #expect(preview.conflicts == real.conflicts)
        #expect(preview.newConflicts == real.newConflicts)
        #expect(preview.openConflicts == real.openConflicts)
        #expect(preview.rejected == real.rejected)
        #expect(preview.duplicatesInFile == real.duplicatesInFile)
        #expect(preview.warnings == real.warnings)
        #expect(preview.updated == 140)
    }

    @Test func `an older extract never takes an agent's edit away, and is named as older`() throws {
        let day = try #require(CalendarDay(year: 2026, month: 2, day: 9))
        let older = try #require(CalendarDay(year: 2026, month: 1, day: 9))
        let first = try store.importErp(try late(), extractedOn: day)
        #expect(first.newerExtract == nil)
        let phones = try LateExtract.agentEdits.map { try store.tenant(erpRef: $0.erpRef)?.phone }
        let initial = try world.file(PeopleWorld.fixture("extrait-initial.csv"))
        let report = try store.importErp(initial, extractedOn: older)
        #expect(report.newerExtract == day)
        #expect(report.created == 0)
        #expect(
            try LateExtract.agentEdits.map { try store.tenant(erpRef: $0.erpRef)?.phone } == phones
        )
    }

    @Test func `decided, a conflict is closed for good`() throws {
        _ = try store.importErp(try late())
        let conflicts = try store.erpConflicts()
        try #require(conflicts.count == 7)
        let (taken, left) = (conflicts[0], conflicts[1])
        try store.resolveErpConflict(taken.tenant, .phone, takeErp: true)
        try store.resolveErpConflict(left.tenant, .phone, takeErp: false)
        #expect(try store.tenant(taken.tenant).phone == taken.erpValue)
        #expect(try store.tenant(left.tenant).phone == left.storeValue)
        #expect(try store.erpConflicts() == Array(conflicts.dropFirst(2)))
        let refusal = #expect(throws: TenancyError.self) {
            try store.resolveErpConflict(left.tenant, .phone, takeErp: true)
        }
        #expect(refusal?.code == .notFound)
        let vector = store.replica.versionVector
        #expect(try store.importErp(try late()).conflicts == 5)
        #expect(store.replica.versionVector == vector)
        #expect(try store.tenant(left.tenant).phone == left.storeValue)
    }

    @Test func `the journal of an import holds counts and nobody's data`() throws {
        _ = try store.importErp(try late())
        let counts = try store.replica.read { database in
            try String.fetchAll(database, sql: "SELECT counts FROM journal ORDER BY at, id")
        }
        #expect(counts.last?.contains("\"created\":58") == true)
        #expect(counts.allSatisfy { !$0.contains("L-") && !$0.contains("@") })
    }

    @Test func `two laptops that import one extract apart make the same files`() throws {
        let other = try PeopleWorld(seed: 2)
        let file = { try other.file(PeopleWorld.fixture("extrait-initial.csv")) }
        _ = try other.a.importErp(try file())
        _ = try other.b.importErp(try file())
        try other.exchange()
        #expect(try other.a.count("tenant") == 1_167)
        #expect(try other.b.duplicates().isEmpty)
        #expect(try other.a.replica.conflicts().isEmpty)
    }
}
