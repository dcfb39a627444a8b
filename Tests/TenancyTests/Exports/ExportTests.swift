import Tenancy
import TestKit
import Testing

/// The two files that a landlord takes out of a store.
struct ExportTests {
    private let world: PeopleWorld
    private var store: LandlordStore { world.a }

    init() throws { world = try PeopleWorld() }

    private func lines(_ kind: ExportKind, _ scope: ExportScope = ExportScope()) throws -> [String]
    {
        var bytes: [UInt8] = []
        let count = try store.export(kind, scope) { bytes += $0 }
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        #expect(text.hasSuffix("\r\n"))
        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(lines.count == count + 1)
        return Array(lines.dropFirst())
    }

    @Test func `one line a person, none for a file that was merged`() throws {
        _ = try store.importErp(try world.file(try PeopleWorld.fixture("extrait-initial.csv")))
        #expect(try lines(.persons).count == 1_167)
    }

    @Test func `a formula is text, and a number of telephone too`() throws {
        _ = try store.addTenant([
            .lastName: "=HYPERLINK(\"x\")", .firstName: "@SUM", .phone: "06 39 98 00 01",
        ])
        let line = try #require(try lines(.persons).first)
        #expect(line.contains(";\"'=HYPERLINK(\"\"x\"\")\";"))
        #expect(line.contains(";'@SUM;"))
        #expect(line.contains(";06 39 98 00 01;"))
    }

    @Test func `one line a person and event, of a period, with who came without`() throws {
        let day = world.today
        let event = try store.add(EventDraft(.rdvEmploi, "Au pied de l’immeuble", on: day))
        let here = try store.addTenant([.lastName: "Durand", .firstName: "Awa"]).tenant
        _ = try store.addTenant([.lastName: "Petit", .firstName: "Zoé"])
        var tick = Tick(here.id, at: event, AttendanceMark(.seen, .typed))
        tick.walkIn = true
        _ = try store.checkIn(tick, over: nil)
        let found = try lines(.participations)
        #expect(found.count == 1)
        #expect(found[0].contains(";Durand;Awa;") && found[0].contains(";oui;"))
        let early = ExportScope(to: CalendarDay(year: 2026, month: 1, day: 1))
        #expect(try lines(.participations, early).isEmpty)
        #expect(try lines(.persons, ExportScope(from: day)).count == 1)
        #expect(try lines(.persons).count == 2)
    }

    @Test func `a programme that nobody declared is refused`() {
        #expect(throws: TenancyError.self) {
            try store.export(.persons, ExportScope(programme: "inconnu")) { _ in }
        }
    }

    @Test func `no column holds what is sensitive`() {
        for header in ExportKind.allCases.flatMap(LandlordStore.headers) {
            for word in ["NIR", "sécurité sociale", "thème", "motif", "note"] {
                #expect(!header.lowercased().contains(word.lowercased()))
            }
        }
    }
}
