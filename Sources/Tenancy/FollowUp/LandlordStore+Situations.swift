import Records
import ReplicaStore

extension LandlordStore {
    /// Notes a person's situation on a day; once more on that day, it is said anew.
    @discardableResult
    package func noteSituation(
        of tenant: RecordID,
        on day: CalendarDay,
        _ knownTo: KnownTo,
        work: String? = nil
    ) throws -> RecordID {
        try replica.write { transaction in
            let file = try transaction.standingFile(of: tenant)
            let id = RecordID.natural("situation", file.bytes, Array(day.isoText.utf8))
            var values: [String: Value] = [
                "tenant": .blob(file.bytes), "on_date": .text(day.isoText),
                "known_answer": .text(knownTo.answer.rawValue),
                "known_institutions": knownTo.column,
            ]
            if let work { values["work_situation"] = .text(work) }
            try transaction.putRow("situation", id, values)
            return id
        }
    }
}
