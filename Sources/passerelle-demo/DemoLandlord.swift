import Causality
import Custody
import Exchange
import Foundation
import GRDB
import HostSystem
import InventedPeople
import Records
import ReplicaStore
import Statistics
import Tenancy

/// One landlord of the story: its laptops, its shared folder, and what its agents do.
final class DemoLandlord {
    let figures: ReferenceFigures
    let laptops: [LandlordStore]
    /// The keys of each laptop, in the same order.
    let keys: [DeviceCustody]
    /// The folders of the laptops' stores, in the same order.
    let folders: [String]
    let road: DemoRoad
    let calendar: DemoCalendar
    let clock: DemoClock
    var witness = WriteWitness()

    init(
        _ figures: ReferenceFigures,
        _ laptops: [LandlordStore],
        _ keys: [DeviceCustody],
        in folders: [String],
        _ road: DemoRoad,
        _ calendar: DemoCalendar,
        _ clock: DemoClock
    ) {
        self.figures = figures
        self.laptops = laptops
        self.keys = keys
        self.folders = folders
        self.road = road
        self.calendar = calendar
        self.clock = clock
    }

    /// Runs what an agent does on one laptop, without a network, and notes what was acknowledged.
    func work<Result>(
        on index: Int,
        _ body: (LandlordStore) throws -> Result
    ) throws -> Result {
        let before = laptops[index].replica.versionVector
        let result = try body(laptops[index])
        try witness.note(laptops[index].replica, since: before)
        return result
    }

    /// All laptops meet on their road, twice round.
    func meet() throws {
        for index in Array(laptops.indices) + Array(laptops.indices) {
            let region = RegionSync(
                beside: folders[index],
                try LandlordStore.regionSchema(),
                environment()
            )
            let (laptop, custody) = (laptops[index], keys[index])
            let report = try road.sync(laptop.replica, custody, store: folders[index], region)
            if let replica = try region.open() {
                defer { try? replica.close() }
                try work(on: index) { _ = try $0.adoptProgrammes(of: replica) }
            }
            guard report.refusals.isEmpty, report.held == 0 else {
                throw TenancyError(.refused, "\(figures.code): a bundle was refused or is missing")
            }
        }
    }

    private func environment() -> ReplicaEnvironment {
        ReplicaEnvironment(clock: clock, entropy: SystemEntropy(), volume: HostVolume())
    }

    /// The manager imports the ERP's extract: the people whom the programme meets, and neighbours.
    func importTenants(seed: UInt64) throws {
        clock.set(calendar.importDay, hour: 9)
        var people = PersonGenerator(seed: seed)
        let rows = people.people(figures.identified + 40).map(ErpRow.init)
        let bytes = try ErpFileWriter().file(of: rows)
        try work(on: 0) { store in
            _ = try store.importErp(try ErpFile(bytes: bytes, today: calendar.importDay))
        }
        try meet()
    }

    /// The files of the people whom the programme meets, in the order of the ERP's references.
    func people() throws -> [RecordID] {
        try laptops[0].replica.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT id FROM tenant WHERE merged_into IS NULL ORDER BY erp_ref LIMIT ?",
                arguments: [figures.identified]
            ).compactMap { RecordID(bytes: $0["id"] as Data) }
        }
    }
}
