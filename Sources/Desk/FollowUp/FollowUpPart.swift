import Statistics
import Tenancy

/// What is followed of one person: the next contact, orientations, notes, situation, barriers, the way
/// out.
struct FollowUpPart {
    struct Note {
        let handle: String
        let text: String
        let about: String
        let seen: String
        let isMine: Bool
    }

    struct Barrier {
        let theme: String
        let label: String
        let about: String
        let isOpen: Bool
    }

    struct Line {
        let what: String
        let detail: String
        let path: String?
    }

    let path: String
    let key: String
    let today: String
    let contact: String
    let isLate: Bool
    let reason: String?
    let reached: String?
    let isPlanned: Bool
    let referent: String
    let referrals: [Line]
    let partners: [FormOption]
    let hasPartners: Bool
    let needs: [FormOption]
    let programmes: [FormOption]
    let notes: [Note]
    let situations: [Line]
    let institutions: [FormOption]
    let barriers: [Barrier]
    let themes: [FormOption]
    let levels: [FormOption]
    let outcomes: [Line]
    let kinds: [FormOption]

    init(
        _ visit: DeskVisit,
        _ file: TenantFile,
        _ choices: FollowUpChoices,
        agent: String,
        key: String,
        today: CalendarDay
    ) {
        let language = visit.language
        path = "/locataires/" + visit.handle(file.tenant.id, .tenant)
        self.key = key
        self.today = today.isoText
        let next = file.nextContact
        contact = language.contact(next)
        isLate = next.isOverdue(on: today)
        isPlanned = next.day != nil
        reason = next.reason
        reached = next.contactedOn.map { language.word("lastContact", ["jour": language.day($0)]) }
        referent = next.referent ?? agent
        referrals = file.referrals.map { Self.line($0, visit) }
        partners = choices.partners(visit)
        hasPartners = !partners.isEmpty
        needs = ReferralNeed.allCases.map {
            FormOption(code: $0.rawValue, label: language.word("need-" + $0.rawValue))
        }
        programmes = choices.programmes.map { FormOption(code: $0.code, label: $0.name) }
        notes = file.notes.map { Self.note($0, visit, agent) }
        situations = file.situations.map { Self.line($0, language) }
        institutions = Institution.allCases.map {
            FormOption(code: $0.rawValue, label: $0.libelle)
        }
        barriers = file.barriers.map { Self.barrier($0, language) }
        themes = BarrierTheme.allCases.map {
            FormOption(code: $0.rawValue, label: language.word("barrier-" + $0.rawValue))
        }
        levels = BarrierLevel.allCases.map {
            FormOption(code: $0.rawValue, label: language.word("level-" + $0.rawValue))
        }
        outcomes = file.outcomes.map { Self.line($0, language) }
        kinds = OutcomeKind.allCases.map {
            FormOption(code: $0.rawValue, label: language.word("outcome-" + $0.rawValue))
        }
    }
}

extension FollowUpPart {
    private static func note(_ note: FileNote, _ visit: DeskVisit, _ agent: String) -> Note {
        let language = visit.language
        let about = [
            note.writtenBy, language.moment(note.writtenAt),
            note.correctedAt.map { language.word("correctedAt", ["quand": language.moment($0)]) },
        ]
        return Note(
            handle: visit.handle(note.id, .note),
            text: note.text,
            about: about.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · "),
            seen: note.seal(visit),
            isMine: note.writtenBy == agent
        )
    }

    private static func barrier(_ barrier: Tenancy.Barrier, _ language: DeskLanguage) -> Barrier {
        let about = [
            barrier.level.map { language.word("level-" + $0.rawValue) },
            language.word("since", ["jour": language.day(barrier.notedOn)]),
            barrier.endedOn.map { language.word("endedOn", ["jour": language.day($0)]) },
        ]
        return Barrier(
            theme: barrier.theme.rawValue,
            label: language.word("barrier-" + barrier.theme.rawValue),
            about: about.compactMap(\.self).joined(separator: " · "),
            isOpen: barrier.endedOn == nil
        )
    }

    private static func line(_ situation: TenantFile.Situation, _ language: DeskLanguage) -> Line {
        let known =
            situation.institutions.isEmpty
            ? language.word("known-" + (situation.answer ?? .notStated).rawValue)
            : situation.institutions.map(\.libelle).joined(separator: ", ")
        return Line(what: known, detail: language.day(situation.day), path: nil)
    }

    private static func line(_ referral: TenantFile.Referral, _ visit: DeskVisit) -> Line {
        let language = visit.language
        let details = [
            CalendarDay(isoText: referral.sentOn).map(language.day),
            language.need(referral.theme),
            referral.status.map { language.word("referral-" + $0.rawValue) },
        ]
        return Line(
            what: referral.partner,
            detail: details.compactMap(\.self).joined(separator: " · "),
            path: "/orientations/" + visit.handle(referral.id, .referral)
        )
    }

    private static func line(_ outcome: TenantFile.Outcome, _ language: DeskLanguage) -> Line {
        Line(
            what: outcome.kind.map { language.word("outcome-" + $0.rawValue) } ?? "?",
            detail: [language.day(outcome.day), outcome.contract].compactMap(\.self)
                .joined(separator: " · "),
            path: nil
        )
    }
}

extension DeskLanguage {
    /// When somebody is to be called, and by whom.
    func contact(_ contact: NextContact) -> String {
        guard let day = contact.day else { return word("noContact") }
        return [word("contactOn", ["jour": self.day(day)]), contact.referent].compactMap(\.self)
            .joined(separator: " · ")
    }

    /// A need as people call it; what no list knows is told as it was written.
    func need(_ theme: String?) -> String? {
        theme.map { words["need-" + $0] ?? $0 }
    }
}
