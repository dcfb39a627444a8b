/// How much a barrier holds somebody back.
package enum BarrierLevel: String, CaseIterable, Sendable {
    case light = "leger"
    case strong = "fort"
    case blocking = "bloquant"

    /// The French label.
    package var libelle: String {
        switch self {
        case .light: "léger"
        case .strong: "fort"
        case .blocking: "bloquant"
        }
    }
}
