import ArgumentParser
import Custody
import Tenancy

/// Which laptops have erased.
struct RightsCertificateCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Tell which devices have carried out each order to erase; no name is in it."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> ErasureAnswer {
        ErasureAnswer(
            try ErasureOffice(store, custody).certificates(),
            on: try store.currentDay()
        )
    }
}
