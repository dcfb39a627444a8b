import ArgumentParser
import Exchange
import FolderExchange
import Foundation
import HTTPExchange
import HostSystem

/// The one road of a command: a folder, or the hub.
struct RoadOptions: ParsableArguments {
    @Option(help: "The folder of the bundles: a network share, a USB key.")
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

    var address: HubAddress {
        get throws { try HubAddress(hub ?? "") }
    }

    var authority: HubAuthority? {
        get throws {
            let named = ProcessInfo.processInfo.environment["PASSERELLE_HUB_CA"]
            return try (hubCa ?? named).map { try HubAuthority(file: $0) }
        }
    }
}

extension HubPause {
    /// Waits on this machine.
    static let host = HubPause(SystemEntropy()) { milliseconds in
        Thread.sleep(forTimeInterval: Double(milliseconds) / 1_000)
    }
}
