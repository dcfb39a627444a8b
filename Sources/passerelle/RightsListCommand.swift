import ArgumentParser
import Tenancy

/// The requests, and the work of this laptop that was not kept.
struct RightsListCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract:
            "List the requests with their terms, and the writes of this laptop that an erasure dropped."
    )

    @OptionGroup var options: StoreOptions

    @Flag(help: "Say that the dropped writes were told: they are not listed again.")
    var seen = false

    func run(in store: LandlordStore) throws -> RightsAnswer {
        let notices = try store.erasureNotices()
        if seen { for notice in notices { try store.dismiss(notice) } }
        return RightsAnswer(
            try store.rightsRequests(),
            on: try store.currentDay(),
            refused: notices.reduce(0) { $0 + $1.refused }
        )
    }
}
