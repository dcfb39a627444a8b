/// One person at one event: their registrations and marks, of all their files and all stops.
struct PersonAtEvent {
    /// The registration of before the day; one of the day itself counts as a coming without.
    private(set) var registration: RegistrationStatus?
    /// The mark that counts: « seen » anywhere, else the firmest.
    private(set) var mark: AttendanceMark?
    /// When that mark was made.
    private(set) var checkedAt: UInt64?
    private var hasOpenConflict = false

    mutating func add(_ status: RegistrationStatus) {
        guard let present = registration else {
            registration = status
            return
        }
        if status.precedence < present.precedence { registration = status }
    }

    /// Adds what is noted at the event or at a stop; `isOpen` where two laptops disagree on it.
    mutating func add(_ mark: AttendanceMark, at moment: UInt64?, isOpen: Bool) {
        guard !isOpen else {
            hasOpenConflict = true
            return
        }
        if mark == self.mark {
            checkedAt = [checkedAt, moment].compactMap(\.self).min()
        } else if self.mark.map({ mark.precedes($0) }) ?? true {
            self.mark = mark
            checkedAt = moment
        }
    }

    /// Whether the person was to come: who excused themselves was, whom the service cancelled not.
    var isRegistered: Bool {
        guard mark?.status != .revoked || hasOpenConflict else { return false }
        return registration == .registered || registration == .withdrawn
    }

    /// Whether what became of the registration is counted.
    var hasAppointment: Bool { registration != nil && registration != .waiting }

    /// What is said, nil where nothing is and nothing was to be.
    func status(isPast: Bool) -> PresenceStatus? {
        if mark?.status == .seen { return .seen }
        if hasOpenConflict { return .toClarify }
        if let mark { return PresenceStatus(mark.status) }
        switch registration {
        case .withdrawn: return .excused
        case .revoked: return .revoked
        case .registered: return isPast ? .toClarify : .upcoming
        case .waiting, nil: return nil
        }
    }
}

extension RegistrationStatus {
    /// Which registration of two files of one person counts: the lower.
    fileprivate var precedence: Int {
        switch self {
        case .registered: 0
        case .withdrawn: 1
        case .waiting: 2
        case .revoked: 3
        }
    }
}

extension AttendanceMark {
    /// Whether this mark counts before another of the same person at the same event.
    fileprivate func precedes(_ other: AttendanceMark) -> Bool { weight < other.weight }

    private var weight: (Int, Int, Int) {
        (
            status == .seen ? 0 : 1,
            -(Self.ranks[code] ?? 0),
            Status.allCases.firstIndex(of: status) ?? 0
        )
    }
}
