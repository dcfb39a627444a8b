import ArgumentParser
import Custody
import Membership
import Tenancy

/// Another administrator.
struct DeviceHandOverCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-over",
        abstract: "Make another device the administrator's.",
        discussion: "For the administrator's device, which is an ordinary one afterwards."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Option(help: "The number of the device, as in device list.")
    var station: UInt64

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> DeviceDone {
        let station = try Station(named: station)
        try custody.handOver(to: station)
        return DeviceDone(
            isChanged: true,
            text: "The administrator is \(station). Synchronise, so that the others know."
        )
    }
}
