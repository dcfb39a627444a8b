extension BilanLine {
    /// « à jour », « J-3 », « jamais reçu »: how old this landlord's figures are.
    package var freshnessText: String {
        switch state {
        case .received(let receipt):
            receipt.ageDays == 0 ? "à jour" : "J-\(receipt.ageDays)"
        case .postdated(let cutoff): "relevé du \(cutoff.frenchText), postérieur"
        case .neverReceived: "jamais reçu"
        }
    }

    /// What stands in the place of a figure that is hidden.
    package static let hiddenText = "masqué"
}
