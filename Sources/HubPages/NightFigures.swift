import Statistics

/// What a history tells of one night.
struct NightFigures: Sendable {
    let day: UTCDay
    let landlords: Int
    let fresh: Int
    let participants: Int?
    let showUp: Rate?
    let unknown: Rate?

    init(_ bilan: Bilan) {
        day = bilan.asOf
        landlords = bilan.lines.count
        fresh = bilan.fresh.landlords
        participants = bilan.withLastKnown.counts?[.participants]
        showUp = bilan.withLastKnown.rate(.showUp)
        unknown = bilan.withLastKnown.rate(.unknown)
    }
}
