import Custody
import Membership
import Sealing

/// The devices of the landlord: who they are, when they were heard, which are of it no more.
struct DevicesPage {
    struct Device {
        let number: String
        let name: String
        let state: String
    }

    /// The invitation that was just made.
    struct Made {
        let file: String
        let fingerprint: String
        let code: String
    }

    let devices: [Device]
    let isAdministrator: Bool
    let others: [FormOption]
    let hasOthers: Bool
    let reasons: [FormOption]
    let made: Made?

    init(
        _ visit: DeskVisit,
        _ roster: Roster,
        own: DeviceID,
        _ heads: [BundleHead],
        labels: [DeviceID: String],
        made: Made?
    ) {
        let language = visit.language
        let members = roster.members.values.sorted { $0.station.number < $1.station.number }
        let seen = Dictionary(grouping: heads, by: \.device).mapValues { $0.map(\.seenAt).max() }
        devices = members.map { member in
            Device(
                number: Self.number(member, language),
                name: member.device == own
                    ? language.word("thisDevice") : labels[member.device] ?? "",
                state: Self.state(member, roster, own: own, seen[member.device] ?? nil, language)
            )
        }
        isAdministrator = roster.administrator == own
        others = members.filter { $0.isActive && $0.device != own }.map { member in
            let label = [Self.number(member, language), labels[member.device] ?? ""]
            return FormOption(
                code: "\(member.station.number)",
                label: label.filter { !$0.isEmpty }.joined(separator: ", ")
            )
        }
        hasOthers = !others.isEmpty
        reasons = DeviceReason.allCases.map {
            FormOption(code: $0.rawValue, label: language.word("revoked-" + $0.rawValue))
        }
        self.made = made
    }

    private static func number(_ member: Member, _ language: DeskLanguage) -> String {
        language.word("deviceNumber", ["n": "\(member.station.number)"])
    }

    private static func state(
        _ member: Member,
        _ roster: Roster,
        own: DeviceID,
        _ seenAt: UInt64?,
        _ language: DeskLanguage
    ) -> String {
        var parts: [String] = []
        if roster.administrator == member.device { parts.append(language.word("administrator")) }
        if !member.isActive { parts.append(language.word("deviceLeft")) }
        if member.device != own {
            parts.append(
                seenAt.map { language.word("heardAt", ["quand": language.moment($0)]) }
                    ?? language.word("neverHeard")
            )
        }
        return parts.joined(separator: " · ")
    }
}
