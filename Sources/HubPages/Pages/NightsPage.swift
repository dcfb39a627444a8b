import Hub
import Sealing
import Statistics

/// The nightly reports, each with its signature checked.
struct NightsPage {
    struct Night {
        let day: String
        let revision: Int
        let accepted: Int
        let refused: Int
        let silent: String
        let signature: String
        let attention: Bool
        let link: String
    }

    let hasNights: Bool
    let nights: [Night]
    let key: String

    init(_ reports: [HubStore.SignedReport], by keys: [VerifyingKey], _ visit: PageVisit) {
        nights = reports.map { Self.night($0, keys, visit) }
        hasNights = !reports.isEmpty
        key = keys.first?.bytes.hexadecimal ?? ""
    }

    private static func night(
        _ signed: HubStore.SignedReport,
        _ keys: [VerifyingKey],
        _ visit: PageVisit
    ) -> Night {
        let language = visit.language
        let isGood = keys.contains { HubOffice.isSigned(signed, by: $0) }
        let report = try? HubOffice.read(signed.report)
        let day = UTCDay(number: signed.day)
        let silent = report?.silent.filter { $0.programme == visit.programme.code } ?? []
        return Night(
            day: language.day(day),
            revision: signed.revision,
            accepted: report?.statements.accepted ?? 0,
            refused: report?.statements.refused.count ?? 0,
            silent: silent.isEmpty
                ? language.word("nobody") : silent.map(\.landlord).joined(separator: ", "),
            signature: language.word(isGood ? "signatureGood" : "signatureBad"),
            attention: !isGood || !silent.isEmpty,
            link: "/nuits/\(day?.isoText ?? "").json"
        )
    }
}
