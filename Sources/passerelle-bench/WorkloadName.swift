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
    case idleBytes
    case deltaBytes
    case memory
    case concurrent
    case seal
    case open
    case openKeys
    case idleSync
    case hubAppend
    case hubAppendHTTP
    case hubList
    case night
    case statement
    case tables
    case tablesGrowth
    case release
    case releaseGrowth
    case unionPages
    case unionPagesHurried

    /// The workloads of the statistics.
    static let statistics: [WorkloadName] = [
        .statement, .tables, .tablesGrowth, .release, .releaseGrowth, .unionPages,
        .unionPagesHurried,
    ]

    /// The greatest value that meets the goal, nil where there is none.
    var goal: Double? {
        switch self {
        case .insert: 1.4
        case .update, .applyUpdates: 2
        case .updateSQL: 3
        case .applyFresh, .disk, .deltaLocality: 1.5
        case .idle, .openKeys: 5
        case .idleBytes: 1_000
        case .deltaBytes: 1.1
        case .idleSync, .unionPages: 50
        case .hubAppend, .hubAppendHTTP: 1
        case .hubList: 10
        case .memory: 400
        case .concurrent: 2.2
        case .seal, .open: 128
        case .statement, .tables: 5_000
        case .release: 10_000
        case .tablesGrowth, .releaseGrowth: 2.2
        case .insertDictionary, .night, .unionPagesHurried: nil
        }
    }

    /// What the value counts: a ratio of the two things named, or a unit.
    var unit: String {
        switch self {
        case .disk: "file bytes, engine / plain"
        case .deltaLocality: "time in 5N rows / in N/20 rows"
        case .idle: "ms"
        case .seal: "ms to seal 64 MB (0.5 GB/s is 128)"
        case .open: "ms to open 64 MB (0.5 GB/s is 128)"
        case .openKeys: "ms to open 1 kB sealed to 100 devices"
        case .idleSync: "ms to find in a folder of 50 devices that there is nothing to say"
        case .hubAppend: "time of 10,000 bundles of 16 KB of 100 devices, hub / plain fsynced rows"
        case .hubAppendHTTP: "the same over HTTP, clients included"
        case .hubList:
            "ms, p99 of idle listings, 100 clients asking 5 times a second, clients included"
        case .night: "s for a night over 56 landlords"
        case .statement: "ms from the records of 100,000 tenants and 1,000,000 engagements"
        case .tables: "ms for the statement of 100,000 tenants, once counted"
        case .tablesGrowth: "time for 100,000 tenants / for 50,000"
        case .release: "ms to merge 56 landlords and release beside 4 releases"
        case .releaseGrowth: "time for 56 landlords / for 28"
        case .unionPages:
            "ms, p99 of a union page, 50 readers asking twice a second, readers included"
        case .unionPagesHurried: "the same, each asking again at once"
        case .idleBytes: "bytes"
        case .deltaBytes: "delta bytes / CSV bytes under zstd -3"
        case .memory: "MB at most, 5N rows applied"
        case .concurrent: "time of N edits a side / of N/2"
        default: "time, engine / plain"
        }
    }

    /// Whether the value is a ratio.
    var isRatio: Bool {
        ![
            .idle, .idleBytes, .memory, .seal, .open, .openKeys, .idleSync, .statement,
            .tables, .release, .hubList, .night, .unionPages, .unionPagesHurried,
        ].contains(self)
    }

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
        case .idle: try IdleWorkload(bench, .time)
        case .idleBytes: try IdleWorkload(bench, .bytes)
        case .deltaBytes: try DeltaBytesWorkload(bench)
        case .memory: try MemoryWorkload(bench)
        case .concurrent: try ConcurrentWorkload(bench)
        case .seal: try SealingWorkload(bench, .seal)
        case .open: try SealingWorkload(bench, .open)
        case .openKeys: try SealingWorkload(bench, .keys)
        case .idleSync: try SealedIdleWorkload(bench)
        case .hubAppend: try HubAppendWorkload(bench, overHTTP: false)
        case .hubAppendHTTP: try HubAppendWorkload(bench, overHTTP: true)
        case .hubList: try HubListWorkload(bench)
        case .night: try NightWorkload(bench)
        case .statement: try StatementWorkload(bench)
        case .tables: try TablesWorkload(bench, isGrowth: false)
        case .tablesGrowth: try TablesWorkload(bench, isGrowth: true)
        case .release: try ReleaseWorkload(bench, isGrowth: false)
        case .releaseGrowth: try ReleaseWorkload(bench, isGrowth: true)
        case .unionPages: try PagesWorkload(bench, isHurried: false)
        case .unionPagesHurried: try PagesWorkload(bench, isHurried: true)
        }
    }
}
