import ArgumentParser
import Custody
import Membership
import Tenancy

/// Receive keys for the months to come.
struct DeviceRenewCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: "Make the receive keys that this device lacks for the months to come.",
        discussion: "Every synchronisation does so; this is for a device that goes away for long."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> DeviceDone {
        guard let update = try custody.renewal() else {
            return DeviceDone(
                isChanged: false,
                text: "Nothing to do: the keys of the months to come are there."
            )
        }
        if try custody.log().roster.administrator == custody.device {
            _ = try custody.enter(update)
        }
        return DeviceDone(
            isChanged: true,
            text: "New keys were made; the next synchronisation makes them known."
        )
    }
}
