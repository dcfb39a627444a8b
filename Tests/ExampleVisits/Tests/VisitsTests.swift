import Causality
import ExampleVisits
import Exchange
import Foundation
import Records
import ReplicaStore
import Testing

/// Two tablets of one landlord, through a shared folder, on what the library makes public.
struct VisitsTests {
    private let root: String
    private let shared: SharedFolder
    private let amina: VisitBook
    private let bruno: VisitBook

    init() throws {
        root = NSTemporaryDirectory() + "visits-" + UUID().uuidString
        for folder in ["amina", "bruno", "shared"] {
            try FileManager.default.createDirectory(
                atPath: root + "/" + folder,
                withIntermediateDirectories: true
            )
        }
        shared = SharedFolder(path: root + "/shared")
        let landlord = try #require(
            PartitionID(kind: .landlord, id: .natural("landlord", [7]), code: "B7")
        )
        amina = try .create(in: root + "/amina", for: landlord, Self.environment(8))
        bruno = try .create(in: root + "/bruno", for: landlord, Self.environment(9))
    }

    /// A tablet whose clock stands at an hour of 2026-03-02.
    private static func environment(_ hour: UInt64) -> ReplicaEnvironment {
        ReplicaEnvironment(
            clock: FixedClock(milliseconds: 1_772_409_600_000 + hour * 3_600_000),
            entropy: MachineEntropy(),
            volume: TabletVolume()
        )
    }

    private func meet() throws {
        for book in [amina, bruno, amina] {
            #expect(try book.sync(shared).refusals == [])
        }
    }

    @Test func `a round of visits, apart and together`() throws {
        let visit = try amina.plan("D-104", "Mme Exemple", on: "2026-03-02")
        try meet()
        try amina.note("Sonnette en panne", by: "Amina", at: visit)
        try amina.tick(["chauffage"], kilometres: 4, at: visit)
        try amina.mark(visit, "met")
        try bruno.note("Rappeler jeudi", by: "Bruno", at: visit)
        try bruno.tick(["fenêtres"], kilometres: 3, at: visit)
        // Written later, but the mark of whoever met somebody is the firmer one.
        try bruno.mark(visit, "absent")
        try meet()
        let line = #"Mme Exemple, met, ["chauffage","fenêtres"], 7 km, 2 notes"#
        #expect(try amina.day("2026-03-02") == [line])
        #expect(try bruno.day("2026-03-02") == [line])
        #expect(try amina.questions().isEmpty)
        #expect(try amina.replica.inbox().map(\.isSettled) == [true])
        try FileManager.default.removeItem(atPath: root)
    }

    @Test func `a disagreement is asked about, decided with a reason, and undone`() throws {
        let visit = try amina.plan("D-104", "Mme Exemple", on: "2026-03-02")
        try meet()
        try amina.replica.write { try $0.update("visit", id: visit, ["planned_on": "2026-03-05"]) }
        try bruno.replica.write { try $0.update("visit", id: visit, ["planned_on": "2026-03-06"]) }
        try meet()
        let question = try #require(try amina.questions().first)
        #expect(question.kind == .concurrent)
        #expect((question.shown, question.other) == ("2026-03-06", "2026-03-05"))
        let decision = try amina.replica.resolve(
            question,
            .write(question.other),
            who: "Amina",
            why: "elle travaille le vendredi"
        )
        try meet()
        #expect(try bruno.day("2026-03-05").count == 1)
        #expect(try bruno.questions().isEmpty)
        try amina.replica.undo(decision, who: "Amina", why: "elle a changé d’horaire")
        #expect(try amina.day("2026-03-06").count == 1)
        #expect(try amina.questions().map(\.kind) == [.reopened])
        #expect(try amina.replica.decisions().map(\.action) == ["write", "undo"])
        try FileManager.default.removeItem(atPath: root)
    }

    @Test func `one file opened on two tablets stays two rows, and is asked about`() throws {
        _ = try amina.plan("D-104", "Mme Exemple", on: "2026-03-02")
        let later = try bruno.plan("D-104", "Mme Exemple", on: "2026-03-03")
        try meet()
        for book in [amina, bruno] {
            let question = try #require(try book.questions().first)
            #expect((question.kind, question.id) == (.twins, later))
        }
        try FileManager.default.removeItem(atPath: root)
    }
}
