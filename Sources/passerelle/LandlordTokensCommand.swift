import ArgumentParser
import Custody
import Tenancy

/// Whether this landlord's persons may be counted once across landlords.
struct LandlordTokensCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract:
            "Let this landlord's statements carry tokens of persons, or not: off until it is set.",
        discussion: """
            For the administrator's device. A token tells the hub nothing of a person; it lets the region \
            count once who is known to two landlords. See Docs/statistics.md.
            """
    )

    enum State: String, ExpressibleByArgument, CaseIterable {
        case on, off
    }

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Argument(help: "on or off.")
    var state: State

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> DeviceDone {
        let isAllowed = state == .on
        let isChanged = try custody.allowsTokens() != isAllowed
        if isChanged { try custody.allowTokens(isAllowed) }
        return DeviceDone(
            isChanged: isChanged,
            text: isAllowed
                ? "Statements made on this device carry tokens, once the period's key is here."
                : "Statements carry no tokens."
        )
    }
}
