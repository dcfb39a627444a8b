/// Writes a paper as a flat OpenDocument text: one XML file that a word processor opens.
enum PaperText {
    static func render(_ paper: Paper) -> String {
        let head =
            FlatDocument.opening(.text) + [
                "<office:body>", "<office:text>",
                paragraph(paper.kicker), heading(paper.title, level: 1), paragraph(paper.dates),
            ]
        let body = paper.sections.enumerated().flatMap { number, section in
            [heading(section.title, level: 2)]
                + section.blocks.enumerated().flatMap { lines($1, "t\(number)-\($0)") }
        }
        let tail = ["</office:text>", "</office:body>", "</office:document>"]
        return (head + body + tail).joined(separator: "\n") + "\n"
    }

    private static func lines(_ block: Paper.Block, _ name: String) -> [String] {
        switch block {
        case .paragraph(let text): [paragraph(text)]
        case .blank(let hint): [paragraph("[À compléter\(FrenchText.space): \(hint)]")]
        case .list(let items):
            ["<text:list>"]
                + items.map { "<text:list-item>\(paragraph($0))</text:list-item>" }
                + ["</text:list>"]
        case .table(let caption, let head, let rows):
            [paragraph(caption), "<table:table table:name=\"\(name)\">"]
                + ["<table:table-column table:number-columns-repeated=\"\(head.count)\"/>"]
                + ["<table:table-header-rows>", row(head), "</table:table-header-rows>"]
                + rows.map(row) + ["</table:table>"]
        }
    }

    private static func row(_ cells: [String]) -> String {
        let cells = cells.map { text in
            "<table:table-cell office:value-type=\"string\">\(paragraph(text))</table:table-cell>"
        }
        return "<table:table-row>\(cells.joined())</table:table-row>"
    }

    private static func paragraph(_ text: String) -> String {
        "<text:p>\(HTMLText.escaped(text))</text:p>"
    }

    private static func heading(_ text: String, level: Int) -> String {
        "<text:h text:outline-level=\"\(level)\">\(HTMLText.escaped(text))</text:h>"
    }
}
