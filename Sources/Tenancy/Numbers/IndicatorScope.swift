import Records

/// What the figures are about.
package enum IndicatorScope: Hashable, Sendable {
    /// All that the landlord does.
    case landlord
    /// The events, orientations and outcomes that bear a programme's code.
    case programme(String)
    /// One event: only what happens there is counted.
    case event(RecordID)

    /// Whether something that bears this programme, or none, is counted.
    func includes(programme: String?) -> Bool {
        switch self {
        case .landlord: true
        case .programme(let code): code == programme
        case .event: false
        }
    }
}
