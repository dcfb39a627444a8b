import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Writes a note on a person's file.
    @discardableResult
    package func writeNote(_ typed: String, of tenant: RecordID) throws -> RecordID {
        guard let text = try FreeText.read(typed) else {
            throw TenancyError(.badValue, "the note says nothing: write something")
        }
        return try replica.write { transaction in
            let file = try transaction.standingFile(of: tenant)
            let id = transaction.newID()
            try transaction.insert(
                "note",
                id: id,
                [
                    "tenant": .blob(file.bytes),
                    "written_at": .integer(Int64(clamping: transaction.milliseconds)),
                    "written_by": .text(agent), "text": .text(text),
                ]
            )
            return id
        }
    }

    /// Writes a note anew, which its author may; the file then says that it was corrected.
    package func correctNote(_ id: RecordID, to typed: String) throws {
        guard let text = try FreeText.read(typed) else {
            throw TenancyError(.badValue, "the note says nothing: write something")
        }
        try replica.write { transaction in
            let row = try Row.fetchOne(
                transaction.database,
                sql: "SELECT * FROM note WHERE id = ?",
                arguments: [id.data]
            )
            guard let row, let note = FileNote(row), let tenant = RecordID(row, "tenant") else {
                throw TenancyError(.notFound, "there is no such note")
            }
            guard note.writtenBy == agent else {
                throw TenancyError(.refused, "only who wrote the note corrects it")
            }
            _ = try transaction.standingFile(of: tenant)
            guard note.text != text else { return }
            try transaction.update("note", id: id, ["text": .text(text)])
        }
    }

    /// The notes under any of a person's files, the latest first.
    static func notes(ofPerson tenant: RecordID, _ database: Database) throws -> [FileNote] {
        try TenantRoots(database).files(of: tenant).flatMap { file in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM note WHERE tenant = ?",
                arguments: [file.data]
            ).compactMap(FileNote.init)
        }.sorted { ($0.writtenAt, $0.id) > ($1.writtenAt, $1.id) }
    }

    /// Says of each note when its text was written anew.
    func dated(_ notes: [FileNote]) throws -> [FileNote] {
        try notes.map { note in
            var note = note
            let write = try replica.lastWrites(of: note.id, in: "note")["text"]
            if let moment = write?.milliseconds, moment > note.writtenAt {
                note.correctedAt = moment
            }
            return note
        }
    }
}
