import Foundation
import Statistics
import Testing

struct BilanHTMLTests {
    private func page() throws -> String {
        BilanHTML.render(try PhaseOne.bilan(of: PhaseOne.statementsWithSilentB5()))
    }

    private func matches(_ pattern: String, in text: String) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern)
        let range = NSRange(text.startIndex..., in: text)
        return expression.matches(in: text, range: range).compactMap { match in
            Range(match.range(at: 1), in: text).map { String(text[$0]) }
        }
    }

    @Test func `every rate stands with its numerator and its denominator`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statementsWithSilentB5())
        let page = BilanHTML.render(bilan)
        for rate in bilan.fresh.rates + bilan.withLastKnown.rates {
            #expect(page.contains(">\(rate.text)</a>"), "\(rate.text)")
        }
        for line in bilan.lines {
            for rate in try #require(line.figures).rates where rate.kind != .objective {
                #expect(page.contains(rate.text))
            }
        }
        for total in [bilan.fresh, bilan.withLastKnown] {
            for (indicator, count) in try #require(total.counts).inOrder {
                #expect(page.contains("<td>\(count)</td>"), "\(indicator)")
            }
        }
    }

    @Test func `no percentage stands alone`() throws {
        let page = try page()
        let inText = page.split(separator: "</style>")[1]
        for piece in inText.split(separator: "\u{202F}%").dropFirst() {
            let next = piece.prefix(60)
            #expect(next.contains("\u{A0}/\u{A0}"), "\(next)")
        }
    }

    @Test func `every link leads to a place of the page, and every place is there once`() throws {
        let page = try page()
        let places = try matches(" id=\"([^\"]*)\"", in: page)
        let links = try matches("href=\"#([^\"]*)\"", in: page)
        #expect(Set(places).count == places.count)
        #expect(Set(links).subtracting(places).isEmpty)
        let labels = try matches("aria-labelledby=\"([^\"]*)\"", in: page)
        #expect(Set(labels).subtracting(places).isEmpty)
        #expect(links.count > 70)
        for kind in RateKind.allCases { #expect(places.contains("taux-" + kind.code)) }
        for indicator in Indicator.allCases {
            #expect(places.contains("nombre-" + indicator.code))
        }
    }

    @Test func `nothing is fetched and nothing runs`() throws {
        let page = try page().lowercased()
        for word in [
            "<script", "http", "src=", "url(", "@import", "<link", "<iframe", "onload", "//",
            "javascript:",
        ] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test func `headings go down one step at a time, under one title`() throws {
        let levels = try matches("<h([1-6])", in: page()).compactMap(Int.init)
        #expect(levels.filter { $0 == 1 }.count == 1)
        #expect(levels.first == 1)
        for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
    }

    @Test func `every element is closed in order`() throws {
        let void: Set = ["meta", "br", "rect"]
        var open: [String] = []
        for tag in try matches("<(/?[a-z][a-z0-9]*)", in: page()) where !void.contains(tag) {
            if tag.hasPrefix("/") {
                #expect(open.popLast() == String(tag.dropFirst()))
            } else {
                open.append(tag)
            }
        }
        #expect(open.isEmpty)
    }

    @Test func `tables have captions and headed rows and columns`() throws {
        let page = try page()
        #expect(try matches("(<table>)", in: page).count == 3)
        #expect(try matches("(<table>\\s*<caption )", in: page).count == 3)
        #expect(try matches("(<th>)", in: page).isEmpty)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">"))
    }

    @Test func `the freshness and the limits are said`() throws {
        let page = try page()
        #expect(page.contains("7/8\u{A0}bailleurs à jour"))
        #expect(page.contains("dont 1\u{A0}bailleur à J-3"))
        #expect(page.contains("«\u{A0}personnes-bailleur\u{A0}»"))
        #expect(page.contains("aria-label=\"Part de l'objectif atteinte"))
    }

    @Test func `names are text, whatever they hold`() throws {
        let hostile = #"</style><script>alert("1")</script>&amp;'"#
        let bilan = try Bilan(
            register: StatementRegister(),
            programme: Programme(
                code: "p",
                name: hostile,
                objective: nil,
                start: PhaseOne.date(1),
                end: PhaseOne.date(2)
            ),
            expected: [Landlord(code: "B1", name: hostile)],
            asOf: PhaseOne.date(1),
            threshold: 5
        )
        let page = BilanHTML.render(bilan)
        let safe = "&lt;/style&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;'"
        #expect(!page.contains("<script"))
        #expect(page.components(separatedBy: "</style>").count == 2)
        #expect(page.components(separatedBy: safe).count == 5)
        #expect(!page.contains("taux-objective"))
    }

    @Test func `the same bilan gives the same bytes`() throws {
        #expect(try page() == page())
    }
}
