import Statistics

/// The answer of the demonstration for programs.
struct DemoAnswer: Encodable {
    struct OfLandlord: Encodable {
        let name: String
        /// None where the figure is too small to be shown.
        let registered: Int?
        let present: Int?
        let unknownToInstitutions: Int?
        let ageDays: Int?
    }

    let landlords: Int
    let replicas: Int
    let identified: Int
    let registered: Int
    let present: Int
    let participants: Int
    let unknownToInstitutions: Int
    let showUpRate: Double?
    let unknownRate: Double?
    let objective: Int?
    let byLandlord: [OfLandlord]
    let acknowledgedWrites: Int
    let conflictsListed: Int
    let settledByRank: Int
    let lostWrites: Int
    let bilanPage: String

    init(_ bilan: Bilan, _ audit: DemoAudit, page: String) {
        let total = bilan.withLastKnown
        func count(_ indicator: Indicator) -> Int { total.counts?[indicator] ?? 0 }
        func value(_ kind: RateKind) -> Double? {
            total.rate(kind)?.decimalText.flatMap(Double.init)
        }
        landlords = total.landlords
        replicas = audit.replicas
        identified = count(.identified)
        registered = count(.registered)
        present = count(.registeredPresent)
        participants = count(.participants)
        unknownToInstitutions = count(.unknownToInstitutions)
        showUpRate = value(.showUp)
        unknownRate = value(.unknown)
        objective = bilan.programme.objective
        byLandlord = bilan.lines.map { line in
            OfLandlord(
                name: line.landlord.name,
                registered: line.figures?[.registered],
                present: line.figures?[.registeredPresent],
                unknownToInstitutions: line.figures?[.unknownToInstitutions],
                ageDays: line.ageDays
            )
        }
        acknowledgedWrites = audit.acknowledgedWrites
        conflictsListed = audit.conflictsListed
        settledByRank = audit.settledByRank
        lostWrites = audit.lostWrites
        bilanPage = page
    }
}
