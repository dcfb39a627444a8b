import ArgumentParser
import Custody
import Foundation
import HTTPExchange
import HostSystem
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

    @Option(
        help: ArgumentHelp(
            "A PEM file of who may vouch for the hub's certificate.",
            discussion: "PASSERELLE_HUB_CA names it too."
        )
    )
    var hubCa: String?

    func validate() throws {
        guard (folder == nil) != (hub == nil) else {
            throw ValidationError("name one road: --folder DIR or --hub URL")
        }
        guard hubKey == nil && hubCa == nil || hub != nil else {
            throw ValidationError("--hub-key and --hub-ca go with --hub")
        }
    }

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> SyncAnswer {
        if let folder {
            return SyncAnswer(try SealedSync(custody, store.replica, HostFolder(folder)).run())
        }
        let pause = HubPause(SystemEntropy()) { milliseconds in
            Thread.sleep(forTimeInterval: Double(milliseconds) / 1_000)
        }
        return SyncAnswer(
            try HubRoad.sync(
                store.replica,
                custody,
                at: try HubAddress(hub ?? ""),
                key: hubKey,
                trusting: try authority,
                beside: HostFolder(try options.folder),
                pause
            )
        )
    }

    private var authority: HubAuthority? {
        get throws {
            let named = ProcessInfo.processInfo.environment["PASSERELLE_HUB_CA"]
            return try (hubCa ?? named).map { try HubAuthority(file: $0) }
        }
    }
}
