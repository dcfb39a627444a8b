import Records

/// Whether a person may be told of to a partner.
package enum ConsentStanding: Hashable, Sendable {
    case none
    case given(Consent)
    /// It was given, and taken back on that day.
    case withdrawn(on: CalendarDay)

    /// What all the consents of one person say of one partner.
    ///
    /// A consent to all partners does not outlive a later withdrawal for this one, and no consent
    /// outlives the day of a later withdrawal of the same.
    package init(_ consents: [Consent], toPartner partner: RecordID) {
        let about = consents.filter {
            $0.purpose == .partner && ($0.partner == nil || $0.partner == partner)
        }
        let standing = about.filter { consent in
            consent.withdrawnOn == nil
                && !about.contains { $0.isWithdrawn(after: consent) }
        }
        if let consent = standing.max(by: { $0.givenOn < $1.givenOn }) {
            self = .given(consent)
        } else if let day = about.compactMap(\.withdrawnOn).max() {
            self = .withdrawn(on: day)
        } else {
            self = .none
        }
    }

    package var consent: Consent? {
        if case .given(let consent) = self { return consent }
        return nil
    }
}

extension Consent {
    /// Whether taking this one back takes the other back too.
    fileprivate func isWithdrawn(after other: Consent) -> Bool {
        guard let withdrawnOn else { return false }
        switch (partner, other.partner) {
        // On the same day, who said no to one partner has not said yes to it by saying yes to all.
        case (.some, nil): return withdrawnOn >= other.givenOn
        case (nil, .some): return false
        default: return withdrawnOn > other.givenOn
        }
    }
}
