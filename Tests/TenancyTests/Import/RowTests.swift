import Tenancy
import Testing

struct RowTests: ImportSuite {
    @Test func `a full row is read field by field`() throws {
        var file = try open(
            """
            N° locataire;Civilité;Nom;Nom de naissance;Prénom;Date de naissance;Téléphone;\
            Portable;E-mail;Adresse;Code postal;Code INSEE;Commune;Code QPV;Résidence;N° bail;\
            Logement;Date d'extraction
            L-0042;Mme;  LEFÈVRE ;Dùpré;Zoé\u{A0} Anne;1/2/1980;03 20 12 34 56;06 12 34 56 78;\
            Zoe.L@Exemple.FR;"12, rue
            des Lilas";59000;59350;Lille;qn05901m;Les Lilas;B-7;LOG 9;22/11/2026 18:00
            """
        )
        var expected = TenantRow(
            line: 2,
            lastName: "LEFÈVRE",
            firstName: "Zoé Anne",
            birthDate: day(1980, 2, 1)
        )
        expected.erpRef = "L-0042"
        expected.title = .madame
        expected.birthName = "Dùpré"
        expected.phone = "0612345678"
        expected.email = "zoe.l@exemple.fr"
        expected.address = "12, rue des Lilas"
        expected.postalCode = "59000"
        expected.communeCode = "59350"
        expected.communeName = "Lille"
        expected.qpvCode = "QN05901M"
        expected.residence = "Les Lilas"
        expected.leaseRef = "B-7"
        expected.dwellingRef = "LOG 9"
        expected.extractedAt = day(2026, 11, 22)
        #expect(file.next() == .tenant(expected, warnings: []))
        #expect(file.ignoredColumns.isEmpty)
    }

    @Test(arguments: [
        (";B;01/02/1980", [RejectReason.lastNameMissing(column: "Nom")]),
        (" - ;B;01/02/1980", [.lastNameMissing(column: "Nom")]),
        ("A;\u{A0};01/02/1980", [.firstNameMissing(column: "Prénom")]),
        ("A;B;", [.birthDateMissing(column: "Né le")]),
        ("A;B;31/02/1980", [.birthDateImpossible(column: "Né le")]),
        ("A;B;en 1980", [.birthDateUnreadable(column: "Né le")]),
        ("A;B;24/11/2026", [.birthDateInFuture(column: "Né le")]),
        ("A;B;99999", [.birthDateInFuture(column: "Né le")]),
        ("A;B;31/12/1899", [.birthDateBefore1900(column: "Né le")]),
        (
            "?;;31/02/1980",
            [
                .lastNameMissing(column: "Nom"), .firstNameMissing(column: "Prénom"),
                .birthDateImpossible(column: "Né le"),
            ]
        ),
    ])
    func `a row without a sure identity is rejected with every reason`(
        pair: (String, [RejectReason])
    ) throws {
        var file = try open("Nom;Prénom;Né le\n\(pair.0)\nC;D;01/02/1980\n")
        #expect(file.next() == .rejected(line: 2, reasons: pair.1))
        #expect(file.next()?.tenant?.lastName == "C")
    }

    @Test func `birth today and birth on the first day of 1900 are kept`() throws {
        var file = try open("Nom;Prénom;Né le\nA;B;23/11/2026\nA;B;01/01/1900\n")
        #expect(file.next()?.tenant?.birthDate == today)
        #expect(file.next()?.tenant?.birthDate == day(1900, 1, 1))
    }

    @Test(arguments: [
        ("29221", RowWarning.Kind.birthDateSerial), ("1/1/80", .birthDateTwoDigitYear),
    ])
    func `a birth date that needed a rule is kept with a warning`(
        pair: (String, RowWarning.Kind)
    ) throws {
        var file = try open("Nom;Prénom;Né le\nA;B;\(pair.0)\n")
        let row = file.next()
        #expect(row?.tenant?.birthDate == day(1980, 1, 1))
        #expect(row?.warnings == [RowWarning(pair.1, column: "Né le")])
    }

    @Test(arguments: [
        ("2691", "02691", RowWarning.Kind.communeZeroRestored), ("02691", "02691", nil),
        ("=\"02691\"", "02691", nil), ("59 350", "59350", nil), ("2A004", "2A004", nil),
        ("2b033", "2B033", nil), ("2A04", "2A04", .communeCodeToVerify),
        ("269", "269", .communeCodeToVerify), ("593500", "593500", .communeCodeToVerify),
        ("LILLE", "LILLE", .communeCodeToVerify),
    ])
    func `an INSEE code gets its zero back or is marked`(
        given: (String, String, RowWarning.Kind?)
    ) throws {
        let (row, warnings) = try row("Code INSEE", given.0)
        #expect(row?.communeCode == given.1)
        #expect(warnings.map(\.kind) == (given.2.map { [$0] } ?? []))
        #expect(warnings.allSatisfy { $0.column == "Code INSEE" })
    }

    @Test(arguments: [
        ("2100", "02100", RowWarning.Kind.postalZeroRestored), ("59000", "59000", nil),
        ("B-7500", "B-7500", .postalCodeToVerify),
    ])
    func `a postal code gets its zero back or is marked`(
        given: (String, String, RowWarning.Kind?)
    ) throws {
        let (row, warnings) = try row("CP", given.0)
        #expect(row?.postalCode == given.1)
        #expect(warnings.map(\.kind) == (given.2.map { [$0] } ?? []))
    }

    @Test(
        arguments: [
            ("6,12E+08", nil, RowWarning.Kind.phoneMangled), ("6.12E+08", nil, .phoneMangled),
            ("612345678", "0612345678", .phoneZeroRestored), ("néant", nil, .phoneInvalid),
            ("+33 6 12 34 56 78", "0612345678", nil),
        ] as [(String, String?, RowWarning.Kind?)]
    )
    func `a telephone is normalised or left out with a warning`(
        given: (String, String?, RowWarning.Kind?)
    ) throws {
        let (row, warnings) = try row("Tél", given.0)
        #expect(row?.lastName == "MARTIN")
        #expect(row?.phone == given.1)
        #expect(warnings.map(\.kind) == (given.2.map { [$0] } ?? []))
    }

    @Test func `the mobile comes before the other telephone, if it is valid`() throws {
        var file = try open(
            "Nom;Prénom;Né le;Tél;Portable\nA;B;01/02/1980;0320123456;0612345678\n"
                + "A;B;01/02/1980;0320123456;6,12E+08\nA;B;01/02/1980;;0612345678\n"
        )
        #expect(file.next()?.tenant?.phone == "0612345678")
        let second = file.next()
        #expect(second?.tenant?.phone == "0320123456")
        #expect(second?.warnings == [RowWarning(.phoneMangled, column: "Portable")])
        #expect(file.next()?.tenant?.phone == "0612345678")
    }

    @Test(arguments: [
        "zoe", "zoe@exemple", "a@b@c.fr", "zoé x@exemple.fr", "@exemple.fr", "a@.fr",
        "a..b@exemple.fr", "a@exemple_x.fr", "a,b@exemple.fr",
    ])
    func `an impossible e-mail address is left out with a warning`(text: String) throws {
        let (row, warnings) = try row("Mail", text)
        #expect(row?.email == nil)
        #expect(warnings == [RowWarning(.emailInvalid, column: "Mail")])
    }

    @Test(arguments: [
        ("M.", CivilTitle.monsieur), ("Mr", .monsieur), ("MONSIEUR", .monsieur), ("M", .monsieur),
        ("Mme", .madame), ("Mlle", .madame), ("Madame", .madame), ("Mademoiselle", .madame),
    ])
    func `a title is read in its usual forms`(pair: (String, CivilTitle)) throws {
        let (row, warnings) = try row("Civilité", pair.0)
        #expect(row?.title == pair.1)
        #expect(warnings.isEmpty)
    }

    @Test func `a title for two is left out with a warning`() throws {
        let (row, warnings) = try row("Civ.", "M. et Mme")
        #expect(row?.title == nil)
        #expect(warnings == [RowWarning(.titleUnknown, column: "Civ.")])
    }

    @Test(arguments: ["N° locataire", "N° bail", "Logement"])
    func `a reference rounded by a spreadsheet is left out`(header: String) throws {
        let (row, warnings) = try row(header, "1,23457E+11")
        #expect(row?.erpRef == nil && row?.leaseRef == nil && row?.dwellingRef == nil)
        #expect(warnings == [RowWarning(.referenceMangled, column: header)])
    }

    @Test func `a district code is kept, its absence in words is none, the rest is marked`() throws
    {
        #expect(try row("QPV", "QP059001").row?.qpvCode == "QP059001")
        let none = try row("QPV", "Non")
        #expect(none.row?.qpvCode == nil && none.warnings.isEmpty)
        let wrong = try row("QPV", "Oui")
        #expect(wrong.row?.qpvCode == nil)
        #expect(wrong.warnings == [RowWarning(.qpvCodeInvalid, column: "QPV")])
    }

    @Test(arguments: ["24/11/2026", "hier", "31/02/2026"])
    func `an extract day that cannot be is left out`(text: String) throws {
        let (row, warnings) = try row("Date export", text)
        #expect(row?.extractedAt == nil)
        #expect(warnings == [RowWarning(.extractDateInvalid, column: "Date export")])
    }

    @Test func `text is trimmed, collapsed, rid of control characters and composed`() throws {
        let given = " \u{7}1\u{B}rue  de\u{202F}l\u{200B}’E\u{301}te\u{301}\u{1A} "
        #expect(try row("Adresse", given).row?.address == "1 rue de l’Été")
        let address = try row("Adresse", given).row?.address
        #expect(address.map { Array($0.unicodeScalars).count } == 14)
        #expect(try row("Adresse", " \u{7}1\t rue\u{1A}").row?.address == "1 rue")
        #expect(try row("Adresse", " \u{7}\u{A0}\u{200B}").row?.address == nil)
    }

    @Test func `characters lost by the export are pointed out`() throws {
        let (row, warnings) = try row("Adresse", "rue de l\u{FFFD}glise")
        #expect(row?.address == "rue de l\u{FFFD}glise")
        #expect(warnings == [RowWarning(.charactersLost, column: "Adresse")])
    }

    @Test func `the key of a row is its reference, else its folded identity`() throws {
        var file = try open(
            "Nom;Prénom;Né le;Matricule\nLEFÈVRE;Jean-Éric;01/02/1980;\n"
                + "Lefevre;jean eric;1-2-1980;\nLefevre;jean eric;1-2-1980;L1\n"
                + "Lefevre;jean eric;2-2-1980;\nAutre;Nom;2-2-1980;L1\n"
        )
        let keys = (0..<5).compactMap { _ in file.next()?.tenant?.fileKey }
        #expect(keys.count == 5)
        #expect(keys[0] == keys[1])
        #expect(keys[2] == keys[4])
        #expect(Set(keys).count == 3)
    }
}
