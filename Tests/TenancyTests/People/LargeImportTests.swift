import Foundation
import InventedPeople
import Records
import Tenancy
import Testing

/// How long the work on many tenants takes; run with PASSERELLE_MEASURE=1.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["PASSERELLE_MEASURE"] != nil))
struct LargeImportTests {
    @Test func `100,000 tenants: import, search, duplicates`() throws {
        let world = try PeopleWorld()
        var bytes: [UInt8] = []
        try LargeExtract.write(rows: 100_000, seed: 7) { bytes += $0 }
        let file = try world.file(bytes)
        try measure("a reading of the file", below: 30) {
            #expect(file.reduce(0) { count, _ in count + 1 } == 100_000)
        }
        try measure("fresh import", below: 30) {
            let report = try world.a.importErp(file)
            #expect(report.created + report.duplicatesInFile.count == 100_000)
            #expect(report.created == 100_000)
        }
        try measure("the same again", below: 30) {
            let report = try world.a.importErp(file)
            #expect(report.unchanged == 100_000)
        }
        for query in ["lef", "marie", "martin jea", "jean mar", "063998", "L-0500", "01/02/1980"] {
            try measure("find \(query)", below: 0.1) {
                let found = try world.a.findTenants(query, today: world.today)
                #expect(!found.isEmpty)
            }
        }
        try measure("duplicates", below: 2) { print(try world.a.duplicates().count, "pairs") }
        print("peak RSS", peak(), "MB")
    }

    private func measure(_ what: String, below limit: Double, _ body: () throws -> Void) throws {
        let start = ContinuousClock.now
        try body()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("\(what): \(seconds) s, peak \(peak()) MB")
        #expect(seconds < limit)
    }

    /// The most memory that the process ever held, in megabytes.
    private func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1_024
    }
}
