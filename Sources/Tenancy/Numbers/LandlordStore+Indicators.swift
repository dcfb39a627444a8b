import ReplicaStore
import Statistics

extension LandlordStore {
    /// Counts what may be published, in distinct persons; see ``IndicatorCounter`` for the rules.
    package func indicators(
        _ scope: IndicatorScope,
        asOf day: CalendarDay? = nil
    ) throws -> Indicators {
        var objective: Int?
        switch scope {
        case .landlord: break
        case .programme(let code): objective = try programme(code).objective
        case .event(let id): _ = try event(id)
        }
        let day = try day ?? currentDay()
        let versions = OpenVersions(try replica.conflicts())
        let counts = try replica.read { database in
            try IndicatorCounter(database, scope, asOf: day, versions).run().counts
        }
        return Indicators(scope: scope, asOf: day, counts: counts, objective: objective)
    }
}
