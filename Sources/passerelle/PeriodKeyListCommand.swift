import ArgumentParser
import Custody
import Membership
import Sealing
import Statistics
import Tenancy

/// Who shares the key of the period, and whose words were compared.
struct PeriodKeyListCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract:
            "Show this administrator's six words and those of the others, as the hub passed them on."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
        let door = try RegionDoor(options, store, custody)
        defer { door.close() }
        let policy = try door.policy
        return Answer(
            words: custody.words.description,
            period: policy.period?.name,
            keyMaker: policy.period?.keyMaker,
            isHere: policy.period.map { custody.periodKey($0.name) != nil } ?? false,
            allowsTokens: try custody.allowsTokens(),
            landlords: try door.partners(under: policy).map { code in
                let card = try door.card(of: code)
                return Line(
                    landlord: code,
                    words: card?.words.description,
                    isCompared: try card.map { try custody.isCompared($0, of: code) } ?? false
                )
            }
        )
    }

    struct Line: Encodable {
        let landlord: String
        /// Nil until the hub has passed on by which keys the administrator is known.
        let words: String?
        let isCompared: Bool

        var text: String {
            "\(landlord): \(words ?? "not known yet")" + (isCompared ? ", compared" : "")
        }
    }

    struct Answer: Report {
        let words: String
        let period: String?
        let keyMaker: String?
        /// Whether the key of the policy's period is here.
        let isHere: Bool
        let allowsTokens: Bool
        let landlords: [Line]

        var text: String {
            var lines = ["Your six words: \(words)."]
            if let period, let keyMaker {
                lines.append(
                    "Period \(period): \(keyMaker) makes the key, which is "
                        + (isHere ? "here." : "not here.")
                )
            } else {
                lines.append("The region's policy names no period.")
            }
            lines.append("Tokens of this landlord: \(allowsTokens ? "allowed" : "not allowed").")
            return (lines + landlords.map(\.text)).joined(separator: "\n")
        }
    }
}
