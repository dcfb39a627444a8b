import Tenancy
import Testing

struct NirTests: ImportSuite {
    // Invented numbers; the keys are right only where the test says so.
    private static let nir = "185057800608436"

    @Test(arguments: [
        "185057800608436", "1850578006084", "1 85 05 78 006 084 36", "1 85 05 78 006 084",
        "1.85.05.78.006.084-36", "285052A00608411", "2 85 05 2b 006 084", "285052B006084",
        "1\u{A0}85\u{A0}05\u{A0}78\u{A0}006\u{A0}084", "NIR : 185057800608436", "1850578\n006084",
        "1850578\u{1}006084",
        "=\"185057800608436\"", "'1850578006084",
        "12 rue X, 1850578006084 59000 Lille",
    ])
    func `a value with the shape of a NIR is recognised`(value: String) {
        #expect(isPresent(value))
    }

    @Test(arguments: [
        "", "0612345678", "33612345678", "185137800608436", "1850578006084361", "18505780060843",
        "385057800608436", "185050000608436", "1A5057800608436", "12/10/1985 0:00:00",
        "1980-12-03 0:00:00", "1985-10-12 00:00:00", "L2024010012345X", "06 12 34 56 78 90 12 34",
        "185052C00608436", "12 rue des 1850 roses",
    ])
    func `a value without the shape is left alone`(value: String) {
        #expect(!isPresent(value))
    }

    @Test func `months of incomplete birth records and temporary numbers need the right key`() {
        let starts = [
            "1853578006084": "1853578006084", "2856278006084": "2856278006084",
            "7850578006084": "7850578006084", "8850578006084": "8850578006084",
            // In the key, 2A counts as 19 and 2B as 18.
            "185352A006084": "1853519006084", "285352b006084": "2853518006084",
        ]
        for (start, number) in starts {
            let right = key(of: number)
            #expect(isPresent(start + right), "\(start)")
            #expect(!isPresent(start + (right == "01" ? "02" : "01")), "\(start)")
            #expect(!isPresent(start), "\(start)")
        }
    }

    private func key(of number: String) -> String {
        let key = 97 - (Int(number) ?? 0) % 97
        return key < 10 ? "0\(key)" : "\(key)"
    }

    @Test(arguments: [
        "NIR", "N.I.R.", "nir_locataire", "Numéro de sécurité sociale", "N° Sécurité Sociale",
        "NSS", "n° SS", "No SS", "SS", "Num Sécu", "NUMSECU", "N° sécu conjoint", "N° INSEE",
        "numeroSecuriteSociale", "Immatriculation sécurité sociale",
    ])
    func `a header that announces a NIR drops its column whatever the mapping says`(
        header: String
    ) throws {
        let mapping = ColumnMapping.standard.overlaid(
            by: ColumnMapping(headers: [.erpRef: [header]])
        )
        var file = try open(
            "Nom;Prénom;Né le;\(header)\nA;B;01/02/1980;\(Self.nir)\n",
            mapping: mapping
        )
        #expect(
            file.droppedColumns == [
                DroppedColumn(number: 4, header: header, reason: .header)
            ]
        )
        #expect(file.ignoredColumns.isEmpty)
        #expect(file.next()?.tenant?.erpRef == nil)
    }

    @Test(arguments: ["Code INSEE", "INSEE", "Denir", "Assurance", "Adresse", "Classe"])
    func `a header that only resembles one is kept`(header: String) {
        #expect(!NirDetector.isNamed(in: header))
    }

    @Test func `an unread column is dropped at its first NIR`() throws {
        let file = try open(
            "Nom;Prénom;Né le;Divers;Divers\nA;B;01/02/1980;x;y\nC;D;01/02/1980;\(Self.nir);z\n"
        )
        #expect(
            file.droppedColumns == [
                DroppedColumn(number: 4, header: "Divers", reason: .values)
            ]
        )
        #expect(
            file.ignoredColumns == [
                IgnoredColumn(number: 5, header: "Divers", reason: .unknown)
            ]
        )
    }

    @Test func `a read column that mostly holds NIRs is dropped whole`() throws {
        var file = try open(
            "Identifiant;Nom;Prénom;Né le\n\(Self.nir);A;B;01/02/1980\n;A;C;01/02/1980\n"
        )
        #expect(
            file.droppedColumns == [
                DroppedColumn(number: 1, header: "Identifiant", reason: .values)
            ]
        )
        #expect(file.readColumns[.erpRef] == nil)
        let first = file.next()
        #expect(first?.tenant?.erpRef == nil)
        #expect(first?.warnings == [])
    }

    @Test func `a stray NIR in a read column is blanked with a warning`() throws {
        var file = try open(
            "Identifiant;Nom;Prénom;Né le;Tél\nL1;A;B;01/02/1980;0612345678\n"
                + "\(Self.nir);A;C;01/02/1980;1 85 05 78 006 084\nL3;A;D;01/02/1980;0612345678\n"
        )
        #expect(file.droppedColumns.isEmpty)
        #expect(file.next()?.tenant?.erpRef == "L1")
        let stray = file.next()
        #expect(stray?.tenant?.erpRef == nil)
        #expect(stray?.tenant?.phone == nil)
        #expect(
            stray?.warnings == [
                RowWarning(.nirBlanked, column: "Identifiant"),
                RowWarning(.nirBlanked, column: "Tél"),
            ]
        )
        #expect(file.next()?.tenant?.erpRef == "L3")
    }

    @Test func `a NIR in place of a name rejects the row without showing it`() throws {
        var file = try open("Nom;Prénom;Né le\n\(Self.nir);B;01/02/1980\n")
        let row = file.next()
        #expect(row?.reasons == [.lastNameMissing(column: "Nom")])
        #expect(String(describing: row).contains("1850") == false)
    }

    @Test(arguments: CanonicalField.allCases)
    func `no field lets a NIR through`(field: CanonicalField) throws {
        let header = try #require(ColumnMapping.standard.headers[field]?.first)
        let others = CanonicalField.required.filter { $0 != field }
        let headers = others.compactMap { ColumnMapping.standard.headers[$0]?.first }
        let cells = others.map { $0 == .birthDate ? "01/02/1980" : "A" }
        let value = "n° \(Self.nir) bis"
        // Two rows without: the column is not mostly NIRs, so each cell has to be looked at.
        let plain = (cells + ["A"]).joined(separator: ";")
        let file = try open(
            (headers + [header]).joined(separator: ";") + "\n\(plain)\n\(plain)\n"
                + (cells + [value]).joined(separator: ";") + "\n"
        )
        #expect(file.rowCount == 3)
        for row in file {
            #expect(!String(reflecting: row).contains("185057"))
        }
    }

    private func isPresent(_ value: String) -> Bool {
        let content = Array(value.utf8)
        return NirDetector.isPresent(in: content, content.indices)
    }
}
