import ArgumentParser
import Custody
import Exchange
import HTTPExchange
import HostSystem
import ReplicaStore
import Tenancy

/// Pull, apply, push: one synchronisation with a folder or with the hub.
struct SyncCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Exchange sealed bundles with a folder (a network share, a USB key) or the hub."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions
    @OptionGroup var road: RoadOptions

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> SyncAnswer {
        let region = RegionSync(
            beside: try options.folder,
            try LandlordStore.regionSchema(),
            .host
        )
        let report = try exchange(store, custody, region)
        if let replica = try region.open() {
            defer { try? replica.close() }
            try store.adoptProgrammes(of: replica)
        }
        let door = try RegionDoor(options, store, custody)
        defer { door.close() }
        return SyncAnswer(report, bringing: try door.take())
    }

    private func exchange(
        _ store: LandlordStore,
        _ custody: DeviceCustody,
        _ region: RegionSync
    ) throws -> SyncReport {
        if let folder = road.folder {
            let share = HostFolder(folder)
            return try SealedSync(
                custody,
                store.replica,
                share,
                region: region,
                obeying: store.carryOut
            ).run()
        }
        return try HubRoad.sync(
            store.replica,
            custody,
            at: try road.address,
            key: road.hubKey,
            trusting: try road.authority,
            beside: HostFolder(try options.folder),
            .host,
            region: region,
            obeying: store.carryOut
        )
    }
}
