// How each form of a bilan shows the shares; where there are none, nothing is written.

extension BilanHTML {
    mutating func addShares() {
        guard !bilan.shares.isEmpty else { return }
        open("territoires", "Quartiers prioritaires et chantiers")
        lines.append("<div class=\"cards\">")
        for share in bilan.shares {
            let notes = [share.toCheckText, share.sourceText].compactMap(\.self)
            lines += [
                "<article class=\"card\">", "<h3>\(HTMLText.escaped(share.frenchLabel))</h3>",
                "<p class=\"big\">\(share.percentText)</p>",
                "<p class=\"fraction\">\(share.fractionText)</p>",
                "<p class=\"fresh\">\(notes.joined(separator: ", "))</p>",
                "<p class=\"legend\">\(HTMLText.escaped(share.frenchDefinition))</p>",
                "</article>",
            ]
        }
        lines.append("</div>")
        close()
    }
}

extension BilanShare {
    /// The share in one line of text.
    var line: String {
        ["\(frenchLabel)\(FrenchText.space): \(text)", toCheckText, sourceText]
            .compactMap(\.self).joined(separator: ", ")
    }

    /// The cells of a French spreadsheet's row, in the order of `BilanCSV`.
    var csvCells: [String] {
        [
            "total avec dernier connu", "", sourceText, "", "\(frenchLabel) (en %)",
            percentNumber ?? Rate.withoutObject, String(numerator), String(denominator),
            [frenchDefinition, toCheckText].compactMap(\.self).joined(separator: " "),
        ]
    }

    /// The cells of a row of `BilanSheet`.
    var sheetCells: [SheetCell] {
        [
            .text("total avec dernier connu"), .empty, .text(sourceText), .empty,
            .text(frenchLabel), .text(code), .share(self), .integer(numerator),
            .integer(denominator),
            .text([frenchDefinition, toCheckText].compactMap(\.self).joined(separator: " ")),
        ]
    }
}
