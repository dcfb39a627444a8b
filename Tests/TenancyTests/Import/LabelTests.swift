import Tenancy
import Testing

struct LabelTests: ImportSuite {
    private static let reasons: [RejectReason] = [
        .lastNameMissing(column: "Col"), .firstNameMissing(column: "Col"),
        .birthDateMissing(column: "Col"), .birthDateImpossible(column: "Col"),
        .birthDateUnreadable(column: "Col"), .birthDateInFuture(column: "Col"),
        .birthDateBefore1900(column: "Col"), .cellTooLarge(column: "Col", limit: 10_000),
        .textAfterQuote(column: "Col"),
    ]

    @Test func `every warning has its own sentence in both languages, with the column`() {
        let warnings = RowWarning.Kind.allCases.map { RowWarning($0, column: "Col") }
        #expect(Set(warnings.map(\.libelle)).count == warnings.count)
        #expect(Set(warnings.map(\.description)).count == warnings.count)
        for warning in warnings {
            #expect(warning.libelle.hasSuffix(" (colonne «\u{A0}Col\u{A0}»)"))
            #expect(warning.description.hasSuffix("(column \"Col\")"))
        }
    }

    @Test func `every reason has its own sentence in both languages, with the column`() {
        #expect(Set(Self.reasons.map(\.libelle)).count == Self.reasons.count)
        #expect(Set(Self.reasons.map(\.description)).count == Self.reasons.count)
        for reason in Self.reasons {
            #expect(reason.libelle.hasSuffix(" (colonne «\u{A0}Col\u{A0}»)"))
            #expect(reason.description.contains("column \"Col\""))
        }
        #expect(
            RejectReason.tooFewCells(found: 3, expected: 4).libelle
                == "ligne trop courte\u{A0}: 3 cellules au lieu de 4"
        )
        #expect(
            RejectReason.tooManyCells(found: 5, expected: 4).description
                == "5 cells, more than 4"
        )
    }
}
