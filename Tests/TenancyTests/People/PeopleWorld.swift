import Foundation
import GRDB
import Records
import ReplicaStore
import Tenancy
import TestKit

/// A landlord with two laptops that can meet.
struct PeopleWorld {
    let stores: TestStores
    let a: LandlordStore
    let b: LandlordStore

    /// The day on which the clock of the tests stands.
    let today = CalendarDay(year: 2026, month: 2, day: 10).unsafelyUnwrapped

    init(seed: UInt64 = 1) throws {
        stores = try TestStores(seed: seed)
        a = try Self.make("Nadia", stores)
        b = try Self.make("Luc", stores)
    }

    private static func make(_ agent: String, _ stores: TestStores) throws -> LandlordStore {
        try LandlordStore.create(
            in: try stores.folder.folder(agent),
            stores.partition,
            agent: agent,
            label: "laptop of \(agent)",
            stores.environment()
        )
    }

    func exchange() throws {
        try b.replica.apply(try a.replica.delta(since: b.replica.versionVector).bytes)
        try a.replica.apply(try b.replica.delta(since: a.replica.versionVector).bytes)
    }

    func pass(minutes: Int64) { stores.clock.advance(milliseconds: minutes * 60_000) }

    /// The bytes of a committed ERP file.
    static func fixture(_ name: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: root.appending(path: "sync-fixtures/erp/\(name)")))
    }

    func file(_ bytes: [UInt8]) throws -> ErpFile { try ErpFile(bytes: bytes, today: today) }

    func file(_ text: String) throws -> ErpFile { try file(Array(text.utf8)) }
}

extension LandlordStore {
    /// Every row of every table that the import or a person may write, as text.
    func dump() throws -> [String] {
        try replica.read { database in
            try ["tenant", "erp_conflict", "journal", "tenant_merge", "duplicate_decision"]
                .flatMap { table in
                    try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY id")
                        .map { "\(table) \($0.description)" }
                }
        }
    }

    func count(_ table: String, where condition: String = "1") throws -> Int {
        try replica.read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM \(table) WHERE \(condition)"
            ) ?? 0
        }
    }

    func journal() throws -> [String] {
        try replica.read { database in
            try String.fetchAll(database, sql: "SELECT what FROM journal ORDER BY at, id")
        }
    }

    func tenant(erpRef: String) throws -> Tenant? {
        try replica.read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT \(Tenant.columns) FROM tenant WHERE erp_ref = ?",
                arguments: [erpRef]
            ).flatMap(Tenant.init)
        }
    }
}
