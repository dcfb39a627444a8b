/// The releases that are out, and what a new one may add to them.
///
/// The headline is of every night. A table moves only where nothing that it shows, beside everything
/// that is still out, changes by a few persons; else the one before it stands.
package struct ReleaseLedger: Sendable {
    /// What holds for the next release; those before were made under the policy of their night.
    package let policy: ReleasePolicy
    package let catalogue: Catalogue
    /// The releases that stay visible, oldest first.
    package private(set) var kept: [Release] = []

    package init(policy: ReleasePolicy) throws(CatalogueFailure) {
        self.policy = policy
        catalogue = try Catalogue.find(version: policy.catalogue)
    }

    /// Makes the next release of the latest statements; what is refused changes nothing.
    package mutating func release(
        _ statements: [DetailedStatement],
        cutoff: UTCDay
    ) throws(ReleaseFailure) -> [TableID: TableDecision] {
        try check(statements, cutoff, under: policy)
        try checkBalance(statements)
        let number = (kept.last?.number ?? 0) + 1
        let region = RegionTables(statements, catalogue, under: policy)
        var decisions: [TableID: TableDecision] = [:]
        let out = Dictionary(grouping: kept.flatMap(\.visible), by: \.table.axis)
        for table in catalogue.tables {
            decisions[table] = decide(table, region, cutoff, beside: out[table.axis] ?? [])
        }
        let moved = decisions.compactMapValues { decision in
            if case .moved(let depth) = decision { depth } else { nil }
        }
        let record = ReleaseRecord(number: number, cutoff: cutoff, moved: moved)
        append(record, region, under: policy, headline: try Self.headline(statements))
        return decisions
    }

    /// Makes a release again that was decided before, of the same statements: after a restart.
    ///
    /// Give the records in order, from the oldest of which a table is still out, each with the policy
    /// under which it was decided.
    package mutating func replay(
        _ record: ReleaseRecord,
        _ statements: [DetailedStatement],
        under policy: ReleasePolicy
    ) throws(ReleaseFailure) {
        try check(statements, record.cutoff, under: policy)
        let region = RegionTables(statements, catalogue, under: policy)
        append(record, region, under: policy, headline: try Self.headline(statements))
    }

    private mutating func append(
        _ record: ReleaseRecord,
        _ region: RegionTables,
        under policy: ReleasePolicy,
        headline: Counts
    ) {
        var views = kept.last?.views ?? [:]
        for (table, depth) in record.moved {
            guard let placement = region.tables[table] else { continue }
            let publication = Publication(
                table,
                release: record.number,
                cutoff: record.cutoff,
                depth: depth,
                placement
            )
            for shown in 0...depth { views[table, default: [:]][shown] = publication }
        }
        kept.append(
            Release(
                record: record,
                catalogue: catalogue,
                headline: headline,
                volumes: region.volumes,
                views: views
            )
        )
        kept.removeFirst(max(0, kept.count - policy.keptReleases))
    }

    private func decide(
        _ table: TableID,
        _ region: RegionTables,
        _ cutoff: UTCDay,
        beside out: [Publication]
    ) -> TableDecision {
        let last = kept.last?.views[table]?[0]?.cutoff
        if let last, cutoff.number - last.number < policy.days[table.axis] ?? 1 {
            return .stood(.notDue)
        }
        guard let placement = region.tables[table] else {
            return last == nil ? .withheld : .stood(.littleChange)
        }
        let rule = ChangeRule(threshold: policy.threshold, catalogue: catalogue)
        let new = Publication(
            table,
            release: (kept.last?.number ?? 0) + 1,
            cutoff: cutoff,
            depth: table.axis.levels.count,
            placement
        )
        var deepest = new.depth
        for old in out where deepest >= 0 {
            deepest = min(deepest, rule.deepest(new, beside: old))
        }
        guard deepest >= 0, isNews(new, to: deepest) else { return .stood(.littleChange) }
        return .moved(depth: deepest)
    }

    /// Whether the table shows anything that is not out already: a table with no change stands, as
    /// one with a small change does.
    private func isNews(_ new: Publication, to depth: Int) -> Bool {
        guard let old = kept.last?.views[new.table]?[depth] else { return true }
        let before = old.placement.cut(at: depth).blocks.mapValues(\.total)
        return before != new.placement.cut(at: depth).blocks.mapValues(\.total)
    }

    private static func headline(
        _ statements: [DetailedStatement]
    ) throws(ReleaseFailure) -> Counts {
        do {
            return try statements.reduce(Counts.zero) { try $0 + $1.headline.counts }
        } catch let failure as CountsFailure {
            throw .counts(failure)
        } catch {
            return .zero
        }
    }

    /// Refuses where one landlord is nearly all of the persons; of releases that are out it is not asked.
    private func checkBalance(_ statements: [DetailedStatement]) throws(ReleaseFailure) {
        let persons = statements.map(\.persons)
        guard (persons.max() ?? 0) * 100 <= persons.reduce(0, +) * policy.largestShare else {
            throw .dominantLandlord(largestShare: policy.largestShare)
        }
    }

    private func check(
        _ statements: [DetailedStatement],
        _ cutoff: UTCDay,
        under policy: ReleasePolicy
    ) throws(ReleaseFailure) {
        if let last = kept.last, cutoff <= last.cutoff { throw .notLater(than: last.cutoff) }
        var seen: Set<String> = []
        for statement in statements {
            let code = statement.headline.landlord.code
            guard seen.insert(code).inserted else { throw .landlordTwice(code: code) }
            guard statement.headline.cutoff <= cutoff else {
                throw .statementAfterCutoff(code: code)
            }
            guard statement.catalogue.version == catalogue.version else {
                throw .otherCatalogue(code: code, version: statement.catalogue.version)
            }
            guard statement.threshold >= policy.threshold else { throw .lowThreshold(code: code) }
        }
        guard Set(statements.map(\.headline.programme)).count < 2 else { throw .programmes }
        let counting = statements.count { $0.persons > 0 }
        guard counting >= policy.fewestLandlords else {
            throw .tooFewLandlords(counting, fewest: policy.fewestLandlords)
        }
    }
}
