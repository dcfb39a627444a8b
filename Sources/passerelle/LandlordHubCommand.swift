import ArgumentParser
import Custody
import HTTPExchange
import Tenancy

/// The hub's key, named in the landlord's signed log.
struct LandlordHubCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "hub",
        abstract: "Name the hub's key, so that every device of the landlord knows it.",
        discussion: """
            For the administrator's device. A synchronisation by HTTP does it by itself at the first \
            meeting; this is for landlords who exchange by folder, and for a hub that has a new key.
            """
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Argument(help: "The key as the hub's operator gives it: 64 hexadecimal digits.")
    var key: String

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> DeviceDone {
        let isNews = try custody.name(hub: try HubRoad.key(key))
        return DeviceDone(
            isChanged: isNews,
            text: isNews
                ? "The hub is known by this key. Synchronise, so that the others know."
                : "The hub was known by this key."
        )
    }
}
