import Causality
import Custody
import Membership
import Sealing
import Tenancy

/// The bundles that were kept apart.
struct QuarantineAnswer: Report {
    struct Bundle: Encodable {
        let hash: String
        let station: String
        let replica: String
        let sequence: UInt64
        /// The day on which it was met, by the clock here.
        let noticedOn: String
        let isAccepted: Bool

        var text: String {
            "  \(hash.prefix(16))  \(station)  bundle \(sequence) of \(replica.prefix(8))"
                + "  \(noticedOn)\(isAccepted ? "  (accepted)" : "")"
        }
    }

    let waiting: Int
    let bundles: [Bundle]

    init(_ custody: DeviceCustody) throws {
        let roster = try custody.log().roster
        bundles = try custody.quarantined().map { bundle in
            Bundle(
                hash: bundle.hash.description,
                station: custody.label(of: bundle.device, in: roster),
                replica: bundle.replica.description,
                sequence: bundle.sequence,
                noticedOn: FrenchTime.day(of: bundle.noticedAt)?.isoText ?? "",
                isAccepted: bundle.isAccepted
            )
        }
        waiting = bundles.count { !$0.isAccepted }
    }

    var needsAttention: Bool { waiting > 0 }

    var text: String {
        (["\(waiting) bundles wait, of \(bundles.count) kept apart."] + bundles.map(\.text))
            .joined(separator: "\n")
    }

    /// The one bundle whose name begins so.
    static func hash(
        beginning text: String,
        in bundles: [QuarantinedBundle]
    ) throws -> Digest256 {
        let digits = text.lowercased()
        let found = bundles.filter { $0.hash.description.hasPrefix(digits) }
        guard digits.utf8.count >= 8, let bundle = found.first else {
            throw CustodyError(
                .notFound,
                "no bundle has a name that begins so: give 8 digits or more, see quarantine list"
            )
        }
        guard found.count == 1 else {
            throw TenancyError(.ambiguous, "more than one bundle begins so: give more digits")
        }
        return bundle.hash
    }
}
