import Foundation
import Hub
import Statistics
import Testing

/// A store in a folder of its own, which goes with it, and the invented landlords that it expects.
final class TemporaryHub {
    /// 13 February 2023.
    static let day = 19_401

    let folder: URL
    let store: HubStore

    var path: String { folder.appendingPathComponent("hub.sqlite").path }

    init(landlords: [String] = ["B1", "B2", "B3"]) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("hub-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try HubStore.create(path: folder.appendingPathComponent("hub.sqlite").path)
        try store.declare(
            programme: Self.programme(),
            landlords: landlords.map(Self.landlord)
        )
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(at: folder)
    }

    static func date(_ number: Int) throws -> UTCDay {
        try #require(UTCDay(number: number))
    }

    static func programme(_ code: String = "phase-1") throws -> Programme {
        try Programme(
            code: code,
            name: "Phase 1",
            objective: 400,
            start: date(day - 150),
            end: date(day + 30)
        )
    }

    static func landlord(_ code: String) throws -> Landlord {
        try Landlord(code: code, name: "Bailleur fictif \(code)")
    }

    static func bytes(
        _ code: String,
        registered: Int = 20,
        present: Int = 18,
        unknown: Int = 4,
        cutoff: Int = day,
        version: Int = 1,
        programme: String = "phase-1"
    ) throws -> [UInt8] {
        try Statement(
            landlord: landlord(code),
            programme: programme,
            cutoff: date(cutoff),
            version: version,
            counts: Counts([
                .registered: registered, .registeredPresent: present, .participants: present,
                .unknownToInstitutions: unknown,
            ])
        ).canonicalBytes
    }

    /// A statement on its way, with the place that it comes from.
    struct Delivery {
        let origin: String
        let bytes: [UInt8]
    }

    /// Receives statements on a day; what became of each.
    @discardableResult
    func receive(_ deliveries: [Delivery], day: Int) throws -> [StatementReception] {
        try deliveries.map { delivery in
            try store.receive(
                statementBytes: delivery.bytes,
                origin: delivery.origin,
                receivedDay: day
            )
        }
    }

    /// Every row of every table, to see that nothing changed.
    func content() throws -> [String] {
        try store.everyRow()
    }
}
