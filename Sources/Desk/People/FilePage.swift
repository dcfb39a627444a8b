import Tenancy

/// One person's file.
struct FilePage {
    struct Field {
        let name: String
        let label: String
        let value: String
        /// What stands in the form; the same as it is kept.
        let typed: String
        let author: String?
    }

    struct Line {
        let what: String
        let detail: String
        let path: String?
    }

    struct Alike {
        let path: String
        let person: FoundPerson
        let reasons: String
    }

    struct Merge {
        let handle: String
        let text: String
    }

    let name: String
    let correct: String
    let seen: String
    let fields: [Field]
    let participations: [Line]
    let hasParticipations: Bool
    let followUp: FollowUpPart
    let consents: ConsentsPart
    let alike: [Alike]
    let hasAlike: Bool
    let merges: [Merge]
    let hasMerges: Bool
    let rights: FileRights

    init(
        _ visit: DeskVisit,
        _ file: TenantFile,
        alike: [DuplicateCandidate],
        merges: [TenantMerge],
        _ followUp: FollowUpPart,
        _ consents: ConsentsPart,
        rights: FileRights
    ) {
        self.rights = rights
        let (language, tenant) = (visit.language, file.tenant)
        name = tenant.listName
        correct = "/locataires/" + visit.handle(tenant.id, .tenant) + "/corriger"
        seen = tenant.seal(visit)
        fields = TenantField.allCases.map { field in
            Field(
                name: field.rawValue,
                label: language.label(field),
                value: language.value(tenant[field], of: field),
                typed: Self.typed(tenant, field),
                author: file.authors[field].map { language.author($0.agent, $0.label, $0.moment) }
            )
        }
        participations = file.participations.map { Self.line($0, visit) }
        hasParticipations = !participations.isEmpty
        self.followUp = followUp
        self.consents = consents
        self.alike = alike.map { Self.alike($0, tenant, visit) }
        hasAlike = !alike.isEmpty
        self.merges = merges.filter { $0.undoneAt == nil }.map { merge in
            Merge(
                handle: visit.handle(merge.id, .merge),
                text: language.author(merge.mergedBy, "", UInt64(clamping: merge.mergedAt))
            )
        }
        hasMerges = !self.merges.isEmpty
    }

    /// A day is typed as it is read.
    private static func typed(_ tenant: Tenant, _ field: TenantField) -> String {
        field == .birthDate ? tenant.birthDate?.frenchText ?? "" : tenant[field] ?? ""
    }

    private static func line(_ participation: TenantFile.Participation, _ visit: DeskVisit) -> Line
    {
        let event = participation.event
        return Line(
            what: event.name,
            detail: [
                visit.language.day(event.day),
                participation.status.map { visit.language.word("state-" + $0.rawValue) },
            ].compactMap(\.self).joined(separator: " · "),
            path: SheetPlace(event: event.id, stop: nil).path(visit)
        )
    }

    private static func alike(
        _ pair: DuplicateCandidate,
        _ tenant: Tenant,
        _ visit: DeskVisit
    ) -> Alike {
        let other = pair.first.id == tenant.id ? pair.second : pair.first
        let handles = [tenant.id, other.id].map { visit.handle($0, .tenant) }
        return Alike(
            path: "/doublons/" + handles.joined(separator: "/"),
            person: FoundPerson(other, visit),
            reasons: visit.language.reasons(pair.reasons)
        )
    }
}

extension DeskLanguage {
    /// Why two files may be of one person.
    func reasons(_ reasons: [DuplicateCandidate.Reason]) -> String {
        reasons.map { word("reason-" + $0.rawValue) }.joined(separator: ", ")
    }
}
