import Records
import ReplicaStore

/// What the journal of the people's files notes.
package enum JournalEvent: String, CaseIterable, Sendable {
    case creation = "creation"
    case merge = "fusion"
    case mergeUndone = "annulation_fusion"
    case erpImport = "import"
    case transferSent = "transfert_envoye"
    case transferTaken = "transfert_recu"

    /// The French label.
    package var libelle: String {
        switch self {
        case .creation: "création"
        case .merge: "fusion"
        case .mergeUndone: "annulation de fusion"
        case .erpImport: "import d’un extrait"
        case .transferSent: "transfert envoyé à un autre bailleur"
        case .transferTaken: "transfert reçu d’un autre bailleur"
        }
    }
}

extension WriteTransaction {
    /// Notes an event in the journal; the counts hold no personal data.
    func note(_ event: JournalEvent, of subject: RecordID?, by agent: String, counts: String? = nil)
        throws
    {
        try insert(
            "journal",
            id: newID(),
            [
                "at": .integer(Int64(clamping: milliseconds)), "what": .text(event.rawValue),
                "subject": Value(subject), "by": .text(agent), "counts": Value(counts),
            ]
        )
    }
}
