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
        // Where the region's sum says that nobody came without registration, that is no secret.
        let hasWalkIns = statements.contains { walkIns($0) > 0 }
        let met = LandlordRows(
            statements.map { lists($0, with: hasWalkIns) },
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
    private static func lists(_ statement: Statement, with hasWalkIns: Bool) -> LandlordRows.Entry {
        let lists = entry(statement, .registeredPresent, of: .registered)
        guard hasWalkIns else { return lists }
        return LandlordRows.Entry(code: lists.code, parts: lists.parts + [walkIns(statement)])
    }

    private static func walkIns(_ statement: Statement) -> Int {
        statement.counts[.participants] - statement.counts[.registeredPresent]
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
