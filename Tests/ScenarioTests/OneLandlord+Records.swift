import GRDB
import Region
import ReplicaStore
import Tenancy

extension OneLandlord {
    /// What the files say of neighbourhoods, as it stands in the store.
    func neighbourhoodRecords() throws -> [NeighbourhoodRecord] {
        try store.replica.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT commune_code, qpv_code, qpv_code_2015 FROM tenant"
            ).map { NeighbourhoodRecord(communeCode: $0[0], code: $0[1], codeOf2015: $0[2]) }
        }
    }

    /// The commune codes as they stand in the store.
    func communeCodes() throws -> [String] {
        try store.replica.read {
            try String.fetchAll($0, sql: "SELECT DISTINCT commune_code FROM tenant")
        }
    }
}
