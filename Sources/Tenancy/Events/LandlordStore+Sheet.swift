import Foundation
import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// The list of an event to tick on, by last name, at the door or at a stop of a Rallye.
    package func sheet(ofEvent id: RecordID, stop: RecordID? = nil) throws -> [SheetLine] {
        let people = try attendanceList(ofEvent: id)
        return try replica.read { database in
            let roots = try TenantRoots(database)
            let marks = try Self.marks(ofEvent: id, stop: stop, roots, database)
            let lines = try people.map { person in
                let tenant = try Tenant.find(roots.root(of: person.tenant), database)
                let said = marks[roots.root(of: person.tenant)]
                return SheetLine(
                    person: person,
                    lastName: tenant?.lastName ?? "?",
                    firstName: tenant?.firstName ?? "",
                    birthDate: tenant?.birthDate,
                    mark: said?.mark,
                    checkedAt: said?.checkedAt
                )
            }
            return lines.map { ($0, SearchKey.fold($0.lastName + " " + $0.firstName)) }
                .sorted { ($0.1, $0.0.tenant) < ($1.1, $1.0.tenant) }.map(\.0)
        }
    }

    /// What is said of each person at one place, by the file that stands for them.
    private static func marks(
        ofEvent event: RecordID,
        stop: RecordID?,
        _ roots: TenantRoots,
        _ database: Database
    ) throws -> [RecordID: PersonAtEvent] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT tenant, mark, checked_at FROM attendance WHERE event = ? AND stop IS ?",
            arguments: [event.data, stop?.data]
        )
        var marks: [RecordID: PersonAtEvent] = [:]
        for row in rows {
            guard let tenant = RecordID(row, "tenant"),
                let mark = (row["mark"] as String?).flatMap(AttendanceMark.init(code:))
            else { continue }
            let moment = (row["checked_at"] as Int64?).flatMap(UInt64.init(exactly:))
            marks[roots.root(of: tenant), default: PersonAtEvent()]
                .add(mark, at: moment, isOpen: false)
        }
        return marks
    }
}
