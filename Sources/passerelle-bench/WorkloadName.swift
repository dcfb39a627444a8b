import ArgumentParser

/// What can be measured, and how much of it is still good.
enum WorkloadName: String, CaseIterable, ExpressibleByArgument, Encodable {
    case insert
    case insertDictionary
    case update
    case updateSQL
    case applyFresh
    case applyUpdates
    case disk
    case deltaLocality
    case idle
    case deltaBytes

    /// The greatest value that meets the goal, nil where there is none.
    var goal: Double? {
        switch self {
        case .insert: 1.4
        case .update, .applyUpdates: 2
        case .updateSQL: 3
        case .applyFresh, .disk, .deltaLocality: 1.5
        case .idle: 5
        case .insertDictionary, .deltaBytes: nil
        }
    }

    /// What the value counts: a ratio of the two things named, or milliseconds.
    var unit: String {
        switch self {
        case .disk: "file bytes, engine / plain"
        case .deltaLocality: "time in 5N rows / in N/20 rows"
        case .idle: "ms"
        case .deltaBytes: "raw delta bytes / CSV bytes"
        default: "time, engine / plain"
        }
    }

    /// Whether the value is a ratio.
    var isRatio: Bool { self != .idle }

    func make(_ bench: Bench) throws -> any Workload {
        switch self {
        case .insert: InsertWorkload(bench, isPrepared: true)
        case .insertDictionary: InsertWorkload(bench, isPrepared: false)
        case .update: UpdateWorkload(bench, isFreeSQL: false)
        case .updateSQL: UpdateWorkload(bench, isFreeSQL: true)
        case .applyFresh: try ApplyFreshWorkload(bench)
        case .applyUpdates: ApplyUpdatesWorkload(bench)
        case .disk: DiskWorkload(bench)
        case .deltaLocality: try LocalityWorkload(bench)
        case .idle: try IdleWorkload(bench)
        case .deltaBytes: DeltaBytesWorkload(bench)
        }
    }
}
