import Causality
import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// How partners reach who works on this laptop; nil where nobody said.
    package func contact() throws -> String? {
        let ids = try [replica.id] + replica.identityHistory.map(\.replica).reversed()
        return try replica.read { database in
            for id in ids {
                let contact = try String.fetchOne(
                    database,
                    sql: "SELECT contact FROM device WHERE id = ?",
                    arguments: [RecordID.natural("device", id.bytes).data]
                )
                if let contact { return contact }
            }
            return nil
        }
    }

    /// Says how partners reach who works on this laptop.
    package func setContact(_ typed: String) throws {
        let text = try FreeText.read(typed)?.replacing("\n", with: ", ")
        guard (text?.utf8.count ?? 0) <= 300 else {
            throw TenancyError(.badValue, "the contact is longer than 300 bytes: shorten it")
        }
        guard try text != contact() else { return }
        try replica.write { transaction in
            try transaction.update(
                "device",
                id: .natural("device", replica.id.bytes),
                ["contact": Value(text)]
            )
        }
    }
}
