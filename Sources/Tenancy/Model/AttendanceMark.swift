/// What a list of an event says of one person, and how firmly: « présent, signé ».
///
/// The two are one value, because they are decided together: a signed presence beats a typed one,
/// and both beat what a bulk closing of the list assumed.
package struct AttendanceMark: Hashable, Sendable {
    /// Whether the person came.
    package enum Status: String, CaseIterable, Sendable {
        case seen
        case excused
        case revoked
        case noshow
    }

    /// How it is known, from the weakest to the firmest.
    package enum Method: String, CaseIterable, Sendable {
        case closing
        case typed
        case signed
    }

    package let status: Status
    package let method: Method

    package init(_ status: Status, _ method: Method) {
        self.status = status
        self.method = method
    }

    /// The value as it is stored, such as « seen/signed ».
    package var code: String { "\(status.rawValue)/\(method.rawValue)" }

    package init?(code: String) {
        let parts = code.split(separator: "/")
        guard parts.count == 2, let status = Status(rawValue: String(parts[0])),
            let method = Method(rawValue: String(parts[1]))
        else { return nil }
        self.init(status, method)
    }

    /// The rank of every value: the order of the methods.
    package static let ranks: [String: Int] = {
        var ranks: [String: Int] = [:]
        for status in Status.allCases {
            for (rank, method) in Method.allCases.enumerated() {
                ranks[AttendanceMark(status, method).code] = rank + 1
            }
        }
        return ranks
    }()
}

extension AttendanceMark.Status {
    /// The French label, after the words that agents use.
    package var libelle: String {
        switch self {
        case .seen: "présent"
        case .excused: "excusé"
        case .revoked: "annulé par le service"
        case .noshow: "absent non excusé"
        }
    }
}
