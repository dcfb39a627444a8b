import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Adds a partner; the same kind, name and commune are the same partner on every laptop.
    @discardableResult
    package func addPartner(
        _ kind: PartnerKind,
        _ name: String,
        communeCode: String? = nil
    ) throws -> RecordID {
        try Self.require(partnerName: name)
        let id = RecordID.natural(
            "partner",
            Array(kind.code.utf8),
            Array(SearchKey.fold(name).utf8),
            Array((communeCode ?? "").utf8)
        )
        try replica.write { transaction in
            guard try !transaction.hasRow("partner", id) else { return }
            try transaction.insert(
                "partner",
                id: id,
                [
                    "kind": .text(kind.code), "name": .text(name),
                    "commune_code": Value(communeCode),
                ]
            )
        }
        return id
    }

    /// Says anew what a partner is called, of which kind it is and where.
    package func correctPartner(
        _ id: RecordID,
        _ kind: PartnerKind,
        _ name: String,
        communeCode: String?
    ) throws {
        try Self.require(partnerName: name)
        try replica.write { transaction in
            try transaction.requireRow("partner", id)
            let known = try Row.fetchOne(
                transaction.database,
                sql: "SELECT kind, name, commune_code FROM partner WHERE id = ?",
                arguments: [id.data]
            )
            let said = ["kind": kind.code, "name": name, "commune_code": communeCode]
            let changed = said.filter { known?[$0] as String? != $1 }
            guard !changed.isEmpty else { return }
            try transaction.update("partner", id: id, changed.mapValues { Value($0) })
        }
    }

    private static func require(partnerName name: String) throws(TenancyError) {
        guard name.contains(where: { !$0.isWhitespace }), name.utf8.count <= 200 else {
            throw TenancyError(.badValue, "a partner needs a name of at most 200 bytes")
        }
    }

    /// The partners, by name.
    package func partners() throws -> [Partner] {
        try replica.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM partner ORDER BY name, id")
                .compactMap { row in
                    guard let id = RecordID(row, "id") else { return nil }
                    return Partner(
                        id: id,
                        kind: (row["kind"] as String?).flatMap(PartnerKind.init(code:)) ?? .other,
                        name: row["name"] ?? "",
                        communeCode: row["commune_code"]
                    )
                }
        }
    }
}
