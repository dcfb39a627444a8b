/// Writes a bilan as one self-contained, printable page in French: no script, nothing fetched, the
/// same bilan gives the same bytes.
package struct BilanHTML: Sendable {
    let bilan: Bilan
    var lines: [String] = []

    package static func render(_ bilan: Bilan) -> String {
        var page = BilanHTML(bilan)
        page.addHead()
        page.addHeader()
        page.lines.append("<main id=\"contenu\">")
        page.addHeadline()
        page.addFreshness()
        page.addLandlords()
        page.addRates()
        page.addShares()
        page.addCounts()
        page.addDefinitions()
        page.addMethod()
        page.lines += ["</main>", "</body>", "</html>"]
        return page.lines.joined(separator: "\n") + "\n"
    }

    private init(_ bilan: Bilan) {
        self.bilan = bilan
    }

    private mutating func addHead() {
        let title =
            "Bilan " + FrenchText.quoted(bilan.programme.name) + " au \(bilan.asOf.frenchText)"
        lines += [
            "<!DOCTYPE html>", "<html lang=\"fr\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<meta name=\"color-scheme\" content=\"light dark\">",
            "<title>\(HTMLText.escaped(title))</title>", "<style>", Self.style, "</style>",
            "</head>",
        ]
    }

    private mutating func addHeader() {
        let programme = bilan.programme
        lines += [
            "<body>", "<a class=\"skip\" href=\"#contenu\">Aller au contenu</a>", "<header>",
            "<p class=\"kicker\">Bilan de programme</p>",
            "<h1>\(HTMLText.escaped(programme.name))</h1>",
            "<p class=\"dates\">Situation au " + Self.time(bilan.asOf)
                + " · programme <span class=\"code\">\(HTMLText.escaped(programme.code))</span>"
                + " du " + Self.time(programme.start) + " au " + Self.time(programme.end) + "</p>",
            "</header>",
        ]
    }

    /// A day that people and machines can read.
    static func time(_ day: UTCDay) -> String {
        "<time datetime=\"\(day.isoText)\">\(day.frenchText)</time>"
    }

    mutating func open(_ id: String, _ title: String) {
        lines += [
            "<section aria-labelledby=\"\(id)\">", "<h2 id=\"\(id)\">\(title)</h2>",
        ]
    }

    mutating func close() {
        lines.append("</section>")
    }
}
