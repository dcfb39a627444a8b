import Foundation
import Statistics
import Testing

struct BilanSheetTests {
    @Test func `figures are numbers, days are days and rates are shares`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statements())
        let text = String(decoding: BilanFormat.fods.render(bilan), as: UTF8.self)
        #expect(text.contains("office:value-type=\"float\" office:value=\"306\""))
        #expect(text.contains("office:value-type=\"percentage\" office:value=\"0.9000\""))
        #expect(text.contains("office:value-type=\"date\" office:date-value=\"2023-02-13\""))
        #expect(text.contains("Numérateur\u{A0}: inscrits présents"))
    }

    @Test func `the sheet is one well-formed file, the same twice`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statementsWithSilentB5())
        let bytes = BilanFormat.fods.render(bilan)
        #expect(bytes == BilanFormat.fods.render(bilan))
        #expect(try XML.depth(of: bytes) == 0)
    }

    @Test func `the check of the form finds an end that is missing`() {
        #expect(throws: XML.Broken.self) { try XML.depth(of: Array("<a><b></a>".utf8)) }
    }
}

/// A look at the nesting of tags, which is all that our own XML can get wrong.
enum XML {
    struct Broken: Error {}

    static func depth(of bytes: [UInt8]) throws -> Int {
        var open: [Substring] = []
        for match in String(decoding: bytes, as: UTF8.self).matches(of: /<([^>]*)>/) {
            let tag = match.1
            if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { throw Broken() }
            } else {
                open.append(tag.prefix { $0 != " " })
            }
        }
        return open.count
    }
}
