/// Writes a paper as one self-contained page: no script, nothing fetched.
enum PaperHTML {
    static func render(_ paper: Paper) -> String {
        let head = [
            "<!DOCTYPE html>", "<html lang=\"fr\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<meta name=\"color-scheme\" content=\"light dark\">",
            "<title>\(HTMLText.escaped(paper.title))</title>",
            "<style>", BilanHTML.style, ownStyle, "</style>", "</head>", "<body>",
            "<a class=\"skip\" href=\"#contenu\">Aller au contenu</a>", "<header>",
            "<p class=\"kicker\">\(HTMLText.escaped(paper.kicker))</p>",
            "<h1>\(HTMLText.escaped(paper.title))</h1>",
            "<p class=\"dates\">\(HTMLText.escaped(paper.dates))</p>", "</header>",
            "<main id=\"contenu\">",
        ]
        let body = paper.sections.enumerated().flatMap { number, section in
            ["<section aria-labelledby=\"s\(number)\">"]
                + ["<h2 id=\"s\(number)\">\(HTMLText.escaped(section.title))</h2>"]
                + section.blocks.enumerated().flatMap { lines($1, "s\(number)-t\($0)") }
                + ["</section>"]
        }
        return (head + body + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
    }

    private static let ownStyle = """
        .blank{border:1px dashed var(--soft);border-radius:3px;padding:.6rem .9rem;color:var(--soft)}
        td.words,th.words{text-align:left}
        """

    private static func lines(_ block: Paper.Block, _ id: String) -> [String] {
        switch block {
        case .paragraph(let text): return ["<p>\(HTMLText.escaped(text))</p>"]
        case .blank(let hint):
            let text = "[À compléter\(FrenchText.space): \(hint)]"
            return ["<p class=\"blank\">\(HTMLText.escaped(text))</p>"]
        case .list(let items):
            return ["<ul class=\"notes\">"] + items.map { "<li>\(HTMLText.escaped($0))</li>" }
                + ["</ul>"]
        case .table(let caption, let head, let rows):
            return table(caption, head, rows, id)
        }
    }

    private static func table(
        _ caption: String,
        _ head: [String],
        _ rows: [[String]],
        _ id: String
    ) -> [String] {
        // A figure stands at the right of its column, words at the left.
        let words = head.indices.map { column in rows.contains { $0[column].count > 40 } }
        let heads = zip(head, words).map {
            "<th scope=\"col\"\(kind($1))>\(HTMLText.escaped($0))</th>"
        }
        return [
            "<div class=\"scroll\" role=\"region\" aria-labelledby=\"\(id)\" tabindex=\"0\">",
            "<table>", "<caption id=\"\(id)\">\(HTMLText.escaped(caption))</caption>",
            "<thead><tr>\(heads.joined())</tr></thead>", "<tbody>",
        ] + rows.map { row($0, words) } + ["</tbody>", "</table>", "</div>"]
    }

    private static func row(_ cells: [String], _ words: [Bool]) -> String {
        let others = zip(cells, words).dropFirst().map { cell, isWords in
            "<td\(kind(isWords))>\(HTMLText.escaped(cell))</td>"
        }
        return "<tr><th scope=\"row\">\(HTMLText.escaped(cells.first ?? ""))</th>"
            + others.joined() + "</tr>"
    }

    private static func kind(_ isWords: Bool) -> String { isWords ? " class=\"words\"" : "" }
}
