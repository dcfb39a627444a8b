import ArgumentParser
import Hub
import Statistics

struct PolicyShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the policy that holds, and when those before it were set."
    )

    @OptionGroup var options: HubOptions

    @Flag(help: "Print the policy alone, in the form that ‘policy set’ takes.")
    var plain = false

    func run() async throws {
        let store = try HubTerminal.catching { try options.read() }
        defer { try? store.close() }
        try HubTerminal.run(json: options.json && !plain) {
            Shown(try store.policy(), try store.policyDays(), isPlain: plain)
        }
    }

    struct Shown: HubTerminal.Answer {
        /// Nil while the usual policy holds, which nobody has set.
        let number: Int?
        /// The day on which each policy was set, the oldest first.
        let days: [String]
        let threshold: Int
        let fewestLandlords: Int
        let largestShare: Int
        let keptReleases: Int
        let calendar: [String: Int]
        let catalogue: Int
        let tokenLandlords: [String]
        let period: String?
        let keyMaker: String?
        let text: String

        private enum CodingKeys: CodingKey {
            case number, days, threshold, fewestLandlords, largestShare, keptReleases, calendar
            case catalogue, tokenLandlords, period, keyMaker
        }

        init(_ policy: ReleasePolicy, _ days: [UTCDay], isPlain: Bool) {
            number = days.isEmpty ? nil : days.count
            self.days = days.map(\.isoText)
            threshold = policy.threshold
            fewestLandlords = policy.fewestLandlords
            largestShare = policy.largestShare
            keptReleases = policy.keptReleases
            calendar = Dictionary(uniqueKeysWithValues: policy.days.map { ($0.code, $1) })
            catalogue = policy.catalogue
            tokenLandlords = policy.tokenLandlords.sorted()
            period = policy.period?.name
            keyMaker = policy.period?.keyMaker
            text =
                isPlain
                ? String(decoding: policy.canonicalBytes, as: UTF8.self)
                : Self.lines(policy, self.days).joined(separator: "\n")
        }

        var needsAttention: Bool { false }

        private static func lines(_ policy: ReleasePolicy, _ days: [String]) -> [String] {
            let calendar = policy.days.sorted { $0.key.code < $1.key.code }
                .map { "\($0.key.code) \($0.value)" }.joined(separator: ", ")
            let landlords = policy.tokenLandlords.sorted().joined(separator: ", ")
            return [
                days.last.map { "Policy \(days.count), set on \($0)." }
                    ?? "Nobody has set a policy: the usual one holds.",
                "No block under \(policy.threshold) persons, of fewer than "
                    + "\(policy.fewestLandlords) landlords, or more than \(policy.largestShare) % "
                    + "of one landlord.",
                "Days between two publications: \(calendar); \(policy.keptReleases) stay visible.",
                "Catalogue \(policy.catalogue).",
                policy.period.map {
                    "Persons are counted once among \(landlords): period \($0.name), "
                        + "whose key \($0.keyMaker) makes."
                } ?? "Persons are counted once within a landlord only.",
            ]
        }
    }
}
