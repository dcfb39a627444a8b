extension RowClock {
    /// Whether the row carries a mark of deletion.
    package var isMarkedDeleted: Bool { fields.contains(.deletion) }

    /// Whether the row is shown, given what a deletion means in its collection.
    ///
    /// Under ``DeleteRule/editWins`` a row is shown as soon as some of its content was written
    /// without having been seen by any of the deletions.
    package func isVisible(under rule: DeleteRule) -> Bool {
        let deletions = entries.filter { $0.fields.contains(.deletion) }
        if deletions.isEmpty { return true }
        guard rule == .editWins else { return false }
        return entries.contains { entry in
            entry.hasContent && !deletions.contains { $0.buried.contains(entry.dot) }
        }
    }
}
