import Custody
import GRDB
import Records
import ReplicaStore

/// One laptop of an invented landlord: a store, and the keys beside it.
package struct InventedLaptop {
    package let name: String
    package let replica: Replica
    package let custody: DeviceCustody

    package init(name: String, replica: Replica, custody: DeviceCustody) {
        self.name = name
        self.replica = replica
        self.custody = custody
    }

    package func write(_ id: RecordID, _ values: [String: Value]) throws {
        try replica.write { transaction in
            if try !transaction.update("person", id: id, values) {
                try transaction.insert("person", id: id, values)
            }
        }
    }

    package func names() throws -> [String] {
        try replica.read {
            try String.fetchAll($0, sql: "SELECT name FROM person ORDER BY name")
        }
    }
}
