import GRDB
import Records
import Statistics

/// Counts everything that a landlord may publish, in one pass over each table.
///
/// What is counted is distinct persons, not files and not passages: merged files are one person,
/// and four stops are one participation. How the unclear cases are decided:
/// - Registered is who was so before the event's day in France. Registered on the day itself, or
///   after the fact, they came without registration, and count as walk-ins where they were seen.
/// - Of a person's marks at an event, « seen » at any stop counts, else the firmest.
/// - Who excused themselves or withdrew stays registered; whom the service cancelled does not.
/// - Who is seen at one event as registered and at another without counts in both figures, and once
///   among the participants.
/// - An event counts in a programme's and a landlord's « registered » once its day has come: else
///   every list that is opened would lower the show-up rate. Its own figures count it at once.
/// - Orientations and outcomes belong to a programme, not to an event: an event has none.
struct IndicatorCounter {
    private let database: Database
    private let scope: IndicatorScope
    /// The last day of which anything is counted; nil for all that is noted.
    private let last: String?
    private let attendances: Attendances
    private let versions: OpenVersions
    private var persons: Persons { attendances.persons }

    private var counts = Counts.zero
    private var registered: Set<RowKey> = []
    private var participants: Set<RowKey> = []
    private var standings = Standings()

    init(
        _ database: Database,
        _ scope: IndicatorScope,
        asOf day: CalendarDay,
        upTo last: CalendarDay? = nil,
        _ versions: OpenVersions
    ) throws {
        self.database = database
        self.scope = scope
        self.last = last?.isoText
        self.versions = versions
        attendances = try Attendances(
            database,
            scope,
            asOf: day,
            upTo: last?.isoText,
            try Persons(database),
            versions
        )
    }

    /// What was counted: the figures, and who stands behind them.
    struct Result {
        let counts: Counts
        /// How far each person came whom the figures count.
        let standings: Standings
        let persons: [PersonToken.Figure: Set<RowKey>]
    }

    /// Counts once.
    consuming func run() throws -> Result {
        try countIdentified()
        try countLists()
        try countLinksAndOutcomes()
        try countRallies()
        for (person, moment) in attendances.firstHeard {
            standings.update(person) { $0.hear(at: moment) }
        }
        return Result(
            counts: counts,
            standings: standings,
            persons: [.registered: registered, .participants: participants]
        )
    }

    private mutating func countLists() throws {
        var present: Set<RowKey> = []
        var walkIns: Set<RowKey> = []
        for (pair, person) in attendances.people {
            let event = attendances.events[pair.event]
            let isPast = event?.isPast ?? false
            let status = person.status(isPast: isPast)
            if person.isRegistered, event?.hasCome ?? false || status == .seen || isOfOneEvent {
                registered.insert(pair.person)
            }
            if status == .seen {
                participants.insert(pair.person)
                if person.isRegistered {
                    present.insert(pair.person)
                } else {
                    walkIns.insert(pair.person)
                }
            }
            let isCounted = status == .seen ? person.isRegistered : person.hasAppointment
            if let indicator = status?.indicator, isCounted || status == .toClarify {
                try counts.add(to: indicator)
            }
        }
        for person in registered { standings.reach(.registered, person) }
        for person in participants { standings.reach(.present, person) }
        try counts.set(.registered, to: registered.count)
        try counts.set(.registeredPresent, to: present.count)
        try counts.set(.walkIns, to: walkIns.count)
        try counts.set(.participants, to: participants.count)
    }

    private var isOfOneEvent: Bool {
        if case .event = scope { return true }
        return false
    }

    private mutating func countIdentified() throws {
        var identified: Set<RowKey> = []
        var contacted: Set<RowKey> = []
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT tenant, programme, contacted_on <= coalesce(?1, contacted_on)
                FROM identification WHERE ?1 IS NULL OR on_date <= ?1
                """,
            arguments: [last]
        )
        while let row = try rows.next() {
            guard scope.includes(programme: row[1]), let tenant = try RowKey(row, 0) else {
                continue
            }
            identified.insert(persons[tenant])
            if row[2] ?? false { contacted.insert(persons[tenant]) }
        }
        for person in identified { standings.reach(.identified, person) }
        for person in contacted { standings.reach(.contacted, person) }
        try counts.set(.identified, to: identified.count)
        try counts.set(.contacted, to: contacted.count)
    }

    private mutating func countLinksAndOutcomes() throws {
        let referrals = try Referrals(database, scope, upTo: last, persons)
        let known = try Acquaintances(
            database,
            of: participants,
            upTo: last,
            persons,
            referrals,
            versions
        )
        let outcomes = try Outcomes(database, scope, upTo: last, persons)
        try counts.set(.referrals, to: referrals.sent)
        try counts.set(.referralsAccepted, to: referrals.accepted)
        for person in referrals.referred { standings.reach(.referred, person) }
        for person in referrals.received { standings.reach(.received, person) }
        for person in participants {
            standings.update(person) { $0.institutions = known[person] }
            switch known[person] {
            case .known: break
            case .unknown: try counts.add(to: .unknownToInstitutions)
            case .notStated: try counts.add(to: .institutionsNotStated)
            }
            if referrals.received.contains(person), known.wasUnknownBefore(person) {
                try counts.add(to: .reconnected)
            }
            guard case .event = scope else {
                let isSupported = referrals.supported.contains(person)
                let exit = outcomes[person]?.indicator
                let outcome = exit ?? (isSupported ? .inSupport : .withoutNews)
                try counts.add(to: outcome)
                if exit != nil { standings.reach(.exited, person) }
                standings.update(person) { $0.outcome = outcome }
                continue
            }
        }
    }

    private mutating func countRallies() throws {
        let events = attendances.events
        let isRally = { (key: RowKey?) in key.flatMap { events[$0] }?.isRally ?? false }
        try counts.set(.rallyStopPassages, to: attendances.passages.count)
        let stops = try Attendances.rows(database, "SELECT event, offers FROM event_stop", scope)
        while let row = try stops.next() {
            guard isRally(try RowKey(row, 0)), let offers = row[1] as Int?, offers > 0 else {
                continue
            }
            try counts.add(offers, to: .rallyOffersBroughtBack)
        }
        var matches: Set<[RowKey]> = []
        var interviews: Set<[RowKey]> = []
        let rows = try Attendances.rows(
            database,
            "SELECT event, tenant, opportunity, interview_on IS NOT NULL FROM \"match\"",
            scope
        )
        while let row = try rows.next() {
            guard isRally(try RowKey(row, 0)), let tenant = try RowKey(row, 1),
                let opportunity = try RowKey(row, 2)
            else { continue }
            matches.insert([persons[tenant], opportunity])
            if row[3] { interviews.insert([persons[tenant], opportunity]) }
        }
        try counts.set(.rallyMatches, to: matches.count)
        try counts.set(.rallyInterviews, to: interviews.count)
    }
}

extension PresenceStatus {
    /// The count that this status adds to.
    fileprivate var indicator: Indicator? {
        switch self {
        case .upcoming: nil
        case .toClarify: .toClarify
        case .seen: .appointmentsSeen
        case .excused: .excused
        case .revoked: .revoked
        case .noshow: .noShow
        }
    }
}

extension OutcomeKind {
    fileprivate var indicator: Indicator {
        switch self {
        case .durable: .outcomesDurable
        case .transition: .outcomesTransition
        case .positive: .outcomesPositive
        case .other: .outcomesOther
        }
    }
}
