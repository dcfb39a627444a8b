import ArgumentParser
import Custody
import HostSystem
import Tenancy

/// Pull, apply, push: one synchronisation with a folder.
struct SyncCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Exchange sealed bundles with a folder: a network share, a USB key."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Option(help: "The folder of the bundles.")
    var folder: String

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> SyncAnswer {
        SyncAnswer(try SealedSync(custody, store.replica, HostFolder(folder)).run())
    }
}
