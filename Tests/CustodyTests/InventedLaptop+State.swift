import Custody
import CustodyKit
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit

extension InventedLaptop {
    /// Every value of every table of the store and of the ledger beside it.
    func state() throws -> String {
        let ledger = try DatabaseQueue(path: replica.folder + "/custody.sqlite")
        defer { try? ledger.close() }
        return try replica.read(Self.rows) + ledger.read(Self.rows)
    }

    private static func rows(_ database: Database) throws -> String {
        let tables = try String.fetchAll(
            database,
            sql: """
                SELECT name FROM sqlite_master
                WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
                """
        )
        return try tables.map { table in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM \(table.quotedDatabaseIdentifier)"
            )
            return ([table] + rows.map(text).sorted()).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static func text(_ row: Row) -> String {
        row.databaseValues.map { value in
            guard case .blob(let data) = value.storage else { return "\(value)" }
            return data.map { String($0, radix: 16) }.joined(separator: " ")
        }.joined(separator: "|")
    }

    /// The store and all that lies beside it, as the disk of a virtual machine holds them; the laptop
    /// is closed then.
    func image() throws -> [String: Data] {
        try replica.close()
        try custody.close()
        let folder = replica.folder
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return try names.reduce(into: [:]) { files, name in
            guard name != "store.lock" else { return }
            files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
    }
}

extension InventedLaptops {
    /// Writes files of an earlier moment over those of a laptop that is closed, and opens it.
    func reopen(
        _ laptop: InventedLaptop,
        putBack files: [String: Data] = [:]
    ) throws -> InventedLaptop {
        for (name, bytes) in files {
            try bytes.write(to: URL(fileURLWithPath: folder(laptop.name) + "/" + name))
        }
        return InventedLaptop(
            name: laptop.name,
            replica: try Replica.open(in: folder(laptop.name), schema, stores.environment()),
            custody: try unlock(laptop.name)
        )
    }

    func unlock(_ name: String) throws -> DeviceCustody {
        try DeviceCustody.unlock(
            in: folder(name),
            with: Self.passphrase,
            costing: derivation,
            stores.environment()
        )
    }

    /// The files of the share, by name.
    func shareImage() throws -> [String: Data] {
        try FileManager.default.contentsOfDirectory(atPath: share).reduce(into: [:]) {
            $0[$1] = try Data(contentsOf: URL(fileURLWithPath: share + "/" + $1))
        }
    }

    /// Puts the share back to what it was: later files are gone.
    func putBack(share files: [String: Data]) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: share) {
            try FileManager.default.removeItem(atPath: share + "/" + name)
        }
        for (name, bytes) in files {
            try bytes.write(to: URL(fileURLWithPath: share + "/" + name))
        }
    }

    /// The path of the membership log in the share.
    var logPath: String {
        share + "/" + stores.partition.id.description.prefix(8) + ".members"
    }
}

extension Sequence<String> {
    /// The codes in square brackets at the end of reasons.
    var codes: [String] {
        map { String($0.split(separator: "[").last?.dropLast() ?? "") }
    }
}
