import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Notes that somebody was found for a programme: one row a person and programme.
    ///
    /// Once more, only what is said is written: the first day stays.
    @discardableResult
    package func identify(_ draft: IdentificationDraft) throws -> RecordID {
        try replica.write { transaction in
            try Self.requireProgramme(draft.programme, in: transaction.database)
            let file = try transaction.willingFile(of: draft.tenant)
            let id = RecordID.natural("identification", file.bytes, Array(draft.programme.utf8))
            var values: [String: Value] = [:]
            if let channel = draft.channel { values["channel"] = .text(channel) }
            if let wish = draft.wishesToWork { values["wishes_to_work"] = .text(wish.rawValue) }
            if let day = draft.contactedOn { values["contacted_on"] = .text(day.isoText) }
            if try !transaction.hasRow("identification", id) {
                values["tenant"] = .blob(file.bytes)
                values["programme"] = .text(draft.programme)
                values["on_date"] = .text(draft.day.isoText)
                try transaction.insert("identification", id: id, values)
            } else {
                try transaction.update("identification", id: id, values)
            }
            return id
        }
    }
}
