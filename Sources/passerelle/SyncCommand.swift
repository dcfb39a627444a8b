import ArgumentParser
import Custody
import Exchange
import Foundation
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

    @Option(help: "The folder of the bundles.")
    var folder: String?

    @Option(help: "The hub, as https://NAME[:PORT].")
    var hub: String?

    @Option(help: "The hub's key as its operator gives it, at the first meeting.")
    var hubKey: String?

    func validate() throws {
        guard (folder == nil) != (hub == nil) else {
            throw ValidationError("name one road: --folder DIR or --hub URL")
        }
        guard hubKey == nil || hub != nil else {
            throw ValidationError("--hub-key goes with --hub")
        }
    }

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
        return SyncAnswer(report)
    }

    private func exchange(
        _ store: LandlordStore,
        _ custody: DeviceCustody,
        _ region: RegionSync
    ) throws -> SyncReport {
        if let folder {
            let share = HostFolder(folder)
            return try SealedSync(custody, store.replica, share, region: region).run()
        }
        return try HubRoad.sync(
            store.replica,
            custody,
            at: try HubAddress(hub ?? ""),
            key: hubKey,
            beside: HostFolder(try options.folder),
            .host,
            region: region
        )
    }
}

extension HubPause {
    /// Waits on this machine.
    static let host = HubPause(SystemEntropy()) { milliseconds in
        Thread.sleep(forTimeInterval: Double(milliseconds) / 1_000)
    }
}
