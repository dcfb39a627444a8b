/// What can be said of a person at an event, once all their marks are put together.
package enum PresenceStatus: String, Sendable {
    /// The event is to come.
    case upcoming
    /// It is over and nothing is noted, or two laptops say different things of equal weight.
    case toClarify = "to_clarify"
    case seen
    case excused
    case revoked
    case noshow

    /// The French label.
    package var libelle: String {
        switch self {
        case .upcoming: "à venir"
        case .toClarify: "à préciser"
        case .seen: AttendanceMark.Status.seen.libelle
        case .excused: AttendanceMark.Status.excused.libelle
        case .revoked: AttendanceMark.Status.revoked.libelle
        case .noshow: AttendanceMark.Status.noshow.libelle
        }
    }

    init(_ status: AttendanceMark.Status) {
        switch status {
        case .seen: self = .seen
        case .excused: self = .excused
        case .revoked: self = .revoked
        case .noshow: self = .noshow
        }
    }
}
