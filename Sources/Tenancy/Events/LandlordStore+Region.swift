import GRDB
import Records
import Region
import ReplicaStore
import Statistics

extension LandlordStore {
    /// What stands in the region's own store.
    package static func regionSchema() throws -> Schema { try RegionSchema.make() }

    /// Declares the region's programmes here, as the region says they are; how many were news.
    ///
    /// Where landlord and region say different things of one programme, the region's word counts.
    @discardableResult
    package func adoptProgrammes(of region: Replica) throws -> Int {
        let official = try region.read(Self.declarations)
        let known = try replica.read(Self.declarations)
        let news = official.filter { !known.contains($0) }
        for declaration in news {
            try declare(declaration.programme, funder: declaration.funder)
        }
        return news.count
    }

    /// A programme with who pays for it.
    private struct Declaration: Hashable {
        let programme: Programme
        let funder: String?
    }

    private static func declarations(in database: Database) throws -> [Declaration] {
        try Row.fetchAll(database, sql: "SELECT * FROM programme ORDER BY code").compactMap { row in
            programme(row).map { Declaration(programme: $0, funder: row["funder"]) }
        }
    }
}
