import ArgumentParser
import Custody
import Membership
import Statistics
import Tenancy

/// The key of a period, made and sealed to the other landlords' administrators.
struct PeriodKeyMakeCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract:
            "Make the key of the period that the region's policy names, and seal it to the others.",
        discussion: """
            Again, it seals the same key to whoever was compared meanwhile. Synchronise then: the hub \
            carries what it cannot open.
            """
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Argument(help: "The period, as the region's policy names it.")
    var period: String

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
        let door = try RegionDoor(options, store, custody)
        defer { door.close() }
        let policy = try door.policy
        try Self.require(policy, period, madeBy: door.code)
        let isNew = try custody.makePeriodKey(period)
        var (sealed, waiting): ([String], [String]) = ([], [])
        for landlord in door.partners(under: policy) {
            guard let card = try door.card(of: landlord),
                try custody.isCompared(card, of: landlord)
            else {
                waiting.append(landlord)
                continue
            }
            try door.leave(keyOf: period, for: landlord, card)
            sealed.append(landlord)
        }
        return Answer(period: period, isNew: isNew, sealed: sealed, waiting: waiting)
    }

    private static func require(
        _ policy: ReleasePolicy,
        _ period: String,
        madeBy code: String
    ) throws {
        guard let named = policy.period, named.name == period else {
            throw CustodyError(
                .region,
                "the region's policy names \(policy.period?.name ?? "no period"): synchronise, or "
                    + "ask the hub's operator [other-period]"
            )
        }
        guard named.keyMaker == code else {
            throw CustodyError(
                .region,
                "the region's policy lets \(named.keyMaker) make this key [other-maker]"
            )
        }
    }

    struct Answer: Report {
        let period: String
        let isNew: Bool
        /// To whose administrators the key is sealed.
        let sealed: [String]
        /// Whose words were not compared yet.
        let waiting: [String]

        var needsAttention: Bool { !waiting.isEmpty }

        var text: String {
            var lines = [
                isNew
                    ? "The key of the period \(period) was made."
                    : "The key of the period \(period) was here."
            ]
            if !sealed.isEmpty {
                lines.append("Sealed to \(sealed.joined(separator: ", ")): synchronise now.")
            }
            if !waiting.isEmpty {
                lines.append("Compare words first with \(waiting.joined(separator: ", ")).")
            }
            return lines.joined(separator: "\n")
        }
    }
}
