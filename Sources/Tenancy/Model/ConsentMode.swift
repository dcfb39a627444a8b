/// How somebody agreed.
package enum ConsentMode: String, CaseIterable, Sendable {
    case spoken = "oral"
    case signature
    case paper = "papier"

    /// The French label.
    package var libelle: String {
        switch self {
        case .spoken: "oral"
        case .signature: "signature"
        case .paper: "papier"
        }
    }
}
