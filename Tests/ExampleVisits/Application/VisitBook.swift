import Causality
import Exchange
import FolderExchange
import Foundation
import GRDB
import Records
import ReplicaStore
import Seams

/// The visits on one tablet: a replica, and the words of the trade around it.
public struct VisitBook: Sendable {
    /// The store beneath; everything about conflicts and decisions is asked of it directly.
    public let replica: Replica

    /// Starts the store of a new tablet.
    public static func create(
        in folder: String,
        for landlord: PartitionID,
        _ environment: ReplicaEnvironment
    ) throws -> VisitBook {
        VisitBook(
            replica: try Replica.create(in: folder, landlord, try VisitSchema.make(), environment)
        )
    }

    /// Opens the store of a tablet that has one.
    public static func open(
        in folder: String,
        _ environment: ReplicaEnvironment
    ) throws -> VisitBook {
        VisitBook(replica: try Replica.open(in: folder, try VisitSchema.make(), environment))
    }

    /// Plans a visit, with its checklist.
    public func plan(_ fileNumber: String, _ tenant: String, on day: String) throws -> RecordID {
        try replica.write { transaction in
            let id = transaction.newID()
            try transaction.insert(
                "visit",
                id: id,
                [
                    "file_number": .text(fileNumber), "tenant_name": .text(tenant),
                    "planned_on": .text(day), "state": "planned",
                ]
            )
            // One checklist a visit, whoever makes it first: its identity follows from the visit's.
            let checklist = RecordID.natural("checklist", id.bytes)
            try transaction.insert("checklist", id: checklist, ["visit": Value(id)])
            return id
        }
    }

    /// Notes who was met at the door, or that nobody was.
    public func mark(_ visit: RecordID, _ state: String) throws {
        try replica.write { transaction in
            let moment = Int64(clamping: transaction.milliseconds)
            try transaction.update(
                "visit",
                id: visit,
                ["state": .text(state), "state_at": .integer(moment)]
            )
        }
    }

    /// Adds a note; nobody changes it afterwards.
    public func note(_ text: String, by author: String, at visit: RecordID) throws {
        try replica.write { transaction in
            try transaction.insert(
                "note",
                id: transaction.newID(),
                ["visit": Value(visit), "author": .text(author), "text": .text(text)]
            )
        }
    }

    /// Ticks items of the checklist and adds kilometres, in plain SQL.
    public func tick(_ items: [String], kilometres: Int, at visit: RecordID) throws {
        let checklist = Data(RecordID.natural("checklist", visit.bytes).bytes)
        try replica.write { transaction in
            let done = try String.fetchOne(
                transaction.database,
                sql: "SELECT done FROM checklist WHERE id = ?",
                arguments: [checklist]
            )
            let members = (TextSet.members(Value(done)) ?? []) + items
            guard case .text(let column) = TextSet.column(members) else { return }
            try transaction.database.execute(
                sql: """
                    UPDATE checklist SET done = ?, kilometres = coalesce(kilometres, 0) + ?
                    WHERE id = ?
                    """,
                arguments: [column, kilometres, checklist]
            )
        }
    }

    /// The visits of a day, as lines of text.
    public func day(_ day: String) throws -> [String] {
        try replica.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT tenant_name || ', ' || state || ', ' || coalesce(done, '[]') || ', '
                        || coalesce(kilometres, 0) || ' km, '
                        || (SELECT count(*) FROM note WHERE note.visit = visit.id) || ' notes'
                    FROM visit LEFT JOIN checklist ON checklist.visit = visit.id
                    WHERE planned_on = ? ORDER BY tenant_name
                    """,
                arguments: [day]
            )
        }
    }

    /// Meets the other tablets in a shared folder.
    public func sync(_ folder: any Disk) throws -> SyncReport {
        try FolderMailbox(folder).sync(replica)
    }

    /// What is left to decide, as the visitor reads it.
    public func questions() throws -> [InboxEntry] {
        try replica.inbox().filter { !$0.isSettled }
    }
}
