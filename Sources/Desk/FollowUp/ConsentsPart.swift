import Tenancy

/// What one person agreed to, and the form of another consent.
struct ConsentsPart {
    struct Line {
        let handle: String
        let what: String
        let about: String
        let isStanding: Bool
    }

    struct Purpose {
        let code: String
        let label: String
        /// What the person is told before they agree.
        let notice: String
    }

    let path: String
    let key: String
    let today: String
    let version: String
    let lines: [Line]
    let purposes: [Purpose]
    let partners: [FormOption]
    let modes: [FormOption]

    init(
        _ visit: DeskVisit,
        _ file: TenantFile,
        _ choices: FollowUpChoices,
        key: String,
        today: CalendarDay
    ) {
        let language = visit.language
        path = "/locataires/" + visit.handle(file.tenant.id, .tenant)
        self.key = key
        self.today = today.isoText
        version = ConsentNotice.current
        lines = file.consents.map { consent in
            let partner = choices.partners.first { $0.id == consent.partner }?.name
            return Line(
                handle: visit.handle(consent.id, .consent),
                what: language.consent(consent, partner),
                about: language.about(consent),
                isStanding: consent.withdrawnOn == nil
            )
        }
        purposes = ConsentPurpose.allCases.map {
            Purpose(
                code: $0.rawValue,
                label: language.word("purpose-" + $0.rawValue),
                notice: language.word("told-" + $0.rawValue)
            )
        }
        partners = choices.partners(visit)
        modes = language.modes
    }
}

extension DeskLanguage {
    var modes: [FormOption] {
        ConsentMode.allCases.map {
            FormOption(code: $0.rawValue, label: word("mode-" + $0.rawValue))
        }
    }

    /// « transmission à un partenaire : Mission locale ».
    fileprivate func consent(_ consent: Consent, _ partner: String?) -> String {
        let purpose = word("purpose-" + consent.purpose.rawValue)
        guard consent.purpose == .partner else { return purpose }
        return purpose + " · " + (consent.partner == nil ? word("allPartners") : partner ?? "?")
    }

    /// « donné le 12/02/2026, oral · retiré le 13/02/2026 ».
    fileprivate func about(_ consent: Consent) -> String {
        [
            given(consent), consent.notedBy,
            consent.noticeVersion.map { word("noticeOf", ["version": $0]) },
            consent.withdrawnOn.map { word("withdrawnOn", ["jour": day($0)]) },
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// « donné le 12/02/2026, oral ».
    func given(_ consent: Consent) -> String {
        word(
            "givenOn",
            ["jour": day(consent.givenOn), "mode": word("mode-" + consent.mode.rawValue)]
        )
    }
}
