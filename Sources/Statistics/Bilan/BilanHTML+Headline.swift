extension BilanHTML {
    mutating func addHeadline() {
        open("essentiel", "L'essentiel")
        lines += [
            "<p class=\"status\"><strong>\(bilan.freshnessText)</strong>"
                + (bilan.staleText.map { " <span>\($0)</span>" } ?? "") + "</p>",
            "<div class=\"cards\">",
        ]
        addCard(.showUp)
        addCard(.unknown)
        addParticipants()
        lines.append("</div>")
        lines += bilan.personNotes.map { "<p class=\"status\">\($0)</p>" }
        close()
    }

    private mutating func addCard(_ kind: RateKind) {
        let known = bilan.withLastKnown.rate(kind)
        lines += [
            "<article class=\"card\">", "<h3>\(Self.label(kind))</h3>",
            "<p class=\"big\">\(known?.percentText ?? Rate.withoutObject)</p>",
            "<p class=\"fraction\">\(known?.fractionText ?? Rate.withoutObject)\(basis)</p>",
            "<p class=\"fresh\">À jour seulement"
                + "\(FrenchText.space): \(Self.link(kind, bilan.fresh.rate(kind)))</p>",
            "</article>",
        ]
    }

    /// Says that the large figures hold older statements too, where they do.
    private var basis: String {
        bilan.staleText == nil ? "" : " avec le dernier relevé connu"
    }

    private mutating func addParticipants() {
        let known = bilan.withLastKnown.counts?[.participants]
        lines += [
            "<article class=\"card wide\">", "<h3>\(Self.label(.participants))</h3>",
            "<p class=\"big\">\(Self.number(known))</p>",
        ]
        if let objective = bilan.programme.objective { addObjective(objective) }
        lines += [
            "<p class=\"fresh\">À jour seulement\(FrenchText.space): "
                + "\(Self.number(bilan.fresh.counts?[.participants]))</p>",
            "</article>",
        ]
    }

    private mutating func addObjective(_ objective: Int) {
        let known = bilan.withLastKnown.rate(.objective)
        let fresh = bilan.fresh.rate(.objective)
        let text = known?.text ?? Rate.withoutObject
        lines += [
            "<p class=\"fraction\">objectif \(FrenchText.integer(objective))"
                + "\(FrenchText.space): \(Self.link(.objective, known))\(basis)</p>",
            "<svg class=\"bar\" role=\"img\" viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" "
                + "aria-label=\"Part de l'objectif atteinte\(FrenchText.space): \(text)\">",
            "<rect class=\"track\" width=\"1000\" height=\"20\"/>",
            "<rect class=\"known\" width=\"\(Self.width(known))\" height=\"20\"/>",
            "<rect class=\"now\" width=\"\(Self.width(fresh))\" height=\"20\"/>",
            "</svg>",
            "<p class=\"legend\"><span class=\"key now\"></span> à jour "
                + "<span class=\"key known\"></span> avec dernier connu "
                + "<span class=\"key track\"></span> reste à atteindre</p>",
        ]
    }

    private static func width(_ rate: Rate?) -> Int {
        min(rate?.parts(per: .thousand) ?? 0, 1000)
    }
}
