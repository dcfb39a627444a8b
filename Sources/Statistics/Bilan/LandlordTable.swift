/// The landlords' figures side by side, with small ones hidden beside the region's exact sums.
///
/// A row has two halves, one within the other: who took part and who of them was unknown; and, only
/// where the first is shown, who was registered and who of them came. Each half is shown whole or not
/// at all, so that a hidden landlord's figures are bounded by nothing but the sums of the hidden
/// ones. Fresh and late landlords are protected apart, for the sum of each is told.
enum LandlordTable {
    static func figures(
        of statements: [Statement],
        threshold: Int
    ) throws -> [String: LandlordFigures] {
        let known = LandlordRows(
            statements.map { entry($0, .unknownToInstitutions, of: .participants) },
            threshold: threshold
        )
        let met = LandlordRows(
            statements.map { lists($0, among: statements) },
            threshold: threshold,
            keptBack: known.hidden
        )
        var figures: [String: LandlordFigures] = [:]
        for statement in statements {
            let code = statement.landlord.code
            var shown: [Indicator] = []
            if known.shown.contains(code) { shown += [.participants, .unknownToInstitutions] }
            if met.shown.contains(code) { shown += [.registered, .registeredPresent] }
            figures[code] = try LandlordFigures(
                Dictionary(
                    shown.map { ($0, statement.counts[$0]) },
                    uniquingKeysWith: { first, _ in first }
                ),
                objective: statement.objectiveShare
            )
        }
        return figures
    }

    /// Who came of the registered, who did not, and who came without having been registered.
    ///
    /// Where the region's sum says that nobody did so, that is no secret of a landlord.
    private static func lists(
        _ statement: Statement,
        among statements: [Statement]
    ) -> LandlordRows.Entry {
        let lists = entry(statement, .registeredPresent, of: .registered)
        let walkIns = statements.map { $0.counts[.participants] - $0.counts[.registeredPresent] }
        guard walkIns.contains(where: { $0 > 0 }) else { return lists }
        let own = statement.counts[.participants] - statement.counts[.registeredPresent]
        return LandlordRows.Entry(code: lists.code, parts: lists.parts + [own])
    }

    /// A count, and what it leaves of its whole.
    private static func entry(
        _ statement: Statement,
        _ part: Indicator,
        of whole: Indicator
    ) -> LandlordRows.Entry {
        let count = statement.counts[part]
        return LandlordRows.Entry(
            code: statement.landlord.code,
            parts: [count, statement.counts[whole] - count]
        )
    }
}
