import GRDB
import Records
import ReplicaStore
import Statistics

extension LandlordStore {
    /// Declares a programme, or says anew what it is.
    @discardableResult
    package func declare(_ programme: Programme, funder: String? = nil) throws -> RecordID {
        let id = RecordID.natural("programme", Array(programme.code.utf8))
        try replica.write { transaction in
            try transaction.putRow(
                "programme",
                id,
                [
                    "code": .text(programme.code), "name": .text(programme.name),
                    "objective": programme.objective.map { .integer(Int64($0)) } ?? .null,
                    "starts_on": .text(programme.start.isoText),
                    "ends_on": .text(programme.end.isoText), "funder": Value(funder),
                ]
            )
        }
        return id
    }

    /// The programmes, by code.
    package func programmes() throws -> [Programme] {
        try replica.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM programme ORDER BY code")
                .compactMap(Self.programme)
        }
    }

    /// The programme of a code, or a refusal.
    package func programme(_ code: String) throws -> Programme {
        guard let programme = try programmes().first(where: { $0.code == code }) else {
            throw Self.unknownProgramme
        }
        return programme
    }

    static let unknownProgramme = TenancyError(
        .notFound,
        "there is no programme of that code: declare it with `programme add`"
    )

    static func requireProgramme(_ code: String?, in database: Database) throws {
        guard let code else { return }
        let isDeclared = try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM programme WHERE code = ?)",
            arguments: [code]
        )
        guard isDeclared == true else { throw unknownProgramme }
    }

    /// A row as a value; two laptops may have made one whose dates do not fit, which is left out.
    static func programme(_ row: Row) -> Programme? {
        guard let code = row["code"] as String?, let name = row["name"] as String?,
            let start = (row["starts_on"] as String?).flatMap(UTCDay.init(iso:)),
            let end = (row["ends_on"] as String?).flatMap(UTCDay.init(iso:))
        else { return nil }
        return try? Programme(
            code: code,
            name: name,
            objective: row["objective"],
            start: start,
            end: end
        )
    }
}
