import ArgumentParser
import Custody
import Membership
import ReplicaStore
import Tenancy

/// The end of a device's membership.
struct DeviceRevokeCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Hear a device no more, and seal nothing to it.",
        discussion: "For the administrator's device. What it sends beyond what is known here is "
            + "kept apart: see quarantine. What it holds already it keeps."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Option(help: "The number of the device, as in device list.")
    var station: UInt64

    @Option(help: "Why: \(Codes.list(RevocationWord.self)).")
    var reason: String

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> DeviceDone {
        let word: RevocationWord = try Codes.read(reason, as: "reason")
        let station = try Station(named: station)
        try custody.revoke(station, word.reason, known: store.replica.versionVector)
        return DeviceDone(
            isChanged: true,
            text: """
                Revoked: \(station) (\(word.rawValue)). Synchronise, so that the others know.
                Deletions still wait for its replica: see replica set-aside.
                """
        )
    }
}
