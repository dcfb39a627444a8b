extension BilanHTML {
    mutating func addFreshness() {
        open("fraicheur", "Fraîcheur des relevés")
        lines.append("<ul class=\"notes\">")
        lines += bilan.freshnessNotes.map { "<li>\(HTMLText.escaped($0))</li>" }
        lines.append("</ul>")
        lines.append("<ul class=\"chips\">")
        for line in bilan.lines {
            lines.append(
                "<li class=\"\(line.isFresh ? "up" : "late")\"><span class=\"code\">"
                    + "\(HTMLText.escaped(line.landlord.code))</span> \(Self.age(line))</li>"
            )
        }
        lines.append("</ul>")
        close()
    }

    private static func age(_ line: BilanLine) -> String {
        let state = "<span class=\"state\">\(line.freshnessText)</span>"
        guard let receipt = line.receipt else { return state }
        return state + "<br>relevé nº\(FrenchText.space)\(receipt.version) du "
            + time(receipt.cutoff)
    }

    mutating func addDefinitions() {
        open("definitions", "Définitions")
        lines += ["<h3>Taux</h3>", "<dl>"]
        for kind in kinds {
            lines.append(
                "<div id=\"\(Self.anchor(kind))\"><dt>\(HTMLText.escaped(kind.frenchLabel))</dt>"
                    + "<dd>\(HTMLText.escaped(kind.frenchDefinition))</dd></div>"
            )
        }
        lines += ["</dl>", "<h3>Nombres</h3>", "<dl>"]
        for indicator in Indicator.allCases {
            lines.append(
                "<div id=\"\(Self.anchor(indicator))\">"
                    + "<dt>\(HTMLText.escaped(indicator.frenchLabel))</dt>"
                    + "<dd>\(HTMLText.escaped(indicator.frenchDefinition))</dd></div>"
            )
        }
        lines.append("</dl>")
        close()
    }

    mutating func addMethod() {
        open("methode", "Limites de la méthode")
        lines.append("<ul class=\"notes\">")
        lines += MethodNote.all.map { "<li>\(HTMLText.escaped($0))</li>" }
        lines.append("</ul>")
        close()
    }
}
