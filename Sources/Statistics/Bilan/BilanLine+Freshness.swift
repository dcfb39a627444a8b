extension BilanLine {
    /// « à jour », « J-3 », « jamais reçu »: how old this landlord's figures are.
    package var freshnessText: String {
        switch state {
        case .received(_, ageDays: 0): "à jour"
        case .received(_, let ageDays): "J-\(ageDays)"
        case .postdated(let cutoff): "relevé du \(cutoff.frenchText), postérieur"
        case .neverReceived: "jamais reçu"
        }
    }
}
