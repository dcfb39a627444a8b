extension Bilan {
    /// The bilan as it leaves the union: where landlords are late, without the sum of the others.
    ///
    /// The two sums beside each other tell the late landlords' figures by subtraction. The union's
    /// staff, who must see who is silent, have both; a funder has the larger one and its age.
    package var forPublication: Bilan { hasLateLandlords ? withoutFreshSum : self }

    /// Why there is no sum of the fresh ones, in French.
    package var withheldText: String? {
        guard hasLateLandlords, fresh.landlords > 0, fresh.counts == nil else { return nil }
        return FrenchText.typeset(
            "total « à jour » non publié : comparé à l'autre, il dirait les chiffres des bailleurs "
                + "en retard"
        )
    }

    private var hasLateLandlords: Bool { fresh.landlords < withLastKnown.landlords }
}
