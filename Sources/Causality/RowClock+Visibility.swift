extension RowClock {
    /// Whether the row carries a mark of deletion.
    package var isMarkedDeleted: Bool { fields.contains(.deletion) }

    /// Whether the row is shown, given what a deletion means in its collection.
    ///
    /// Under ``DeleteRule/editWins`` a row is shown as soon as some of its content was written
    /// without having been seen by any of the deletions.
    package func isVisible(under rule: DeleteRule) -> Bool {
        if !isMarkedDeleted { return true }
        return rule == .editWins && !unseenByDeletions.isEmpty
    }

    /// The content that was written without having been seen by any of the row's deletions.
    package var unseenByDeletions: [ClockEntry] {
        let deletions = entries.filter { $0.fields.contains(.deletion) }
        return entries.filter { entry in
            entry.hasContent && !deletions.contains { $0.buried.contains(entry.dot) }
        }
    }
}
