import Foundation
import Tenancy
import Testing

struct ColumnMappingTests: ImportSuite {
    @Test func `no standard header means two fields or a social security number`() {
        var owners: [HeaderKey: CanonicalField] = [:]
        for field in CanonicalField.allCases {
            for header in ColumnMapping.standard.headers[field, default: []] {
                let key = HeaderKey(header)
                #expect(!key.text.isEmpty)
                #expect(owners[key, default: field] == field, "\(header)")
                #expect(!NirDetector.isNamed(in: header), "\(header)")
                owners[key] = field
            }
        }
        #expect(Set(owners.values).count == CanonicalField.allCases.count)
    }

    @Test(arguments: [
        "Date de naissance", "DATE_NAISSANCE", "dateNaissance", "date-de-NAISSANCE", "birthDate",
        "  Date  Naiss. ", "Né(e) le", "DateDeNaissance", "DATEDENAISSANCE",
    ])
    func `a header is known whatever its case, accents and punctuation`(header: String) throws {
        let file = try open("Nom;Prénom;\(header)\n")
        #expect(file.readColumns[.birthDate] == CellText.plain(header))
    }

    @Test func `missing columns are named with the headers seen and the remedy`() {
        let found = failure(bytes("Nom;Machin;Ville\n1;2;3\n"))
        #expect(
            found
                == .missingColumns(
                    [.firstName, .birthDate],
                    headersSeen: ["Nom", "Machin", "Ville"],
                    line: 1
                )
        )
        #expect(
            found?.description
                == """
                No column for first_name, birth_date. Headers seen on line 1: "Nom", "Machin", \
                "Ville". Name yours with --mapping, in a JSON file: {"first_name": ["Your header"]}.
                """
        )
    }

    @Test(arguments: [
        "MARTIN;Zoé;01/02/1980\n", "MARTIN;Zoé;zoe@exemple.fr\n", "MARTIN;Zoé;0612345678\n",
        "MARTIN;Zoé;1 85 05 2A 006 084 36\n",
    ])
    func `a file without headers is refused and its first line is not shown`(text: String) {
        let found = failure(bytes(text))
        #expect(found == .noHeader(line: 1))
        #expect(found?.description.contains("MARTIN") == false)
    }

    @Test func `unknown, untitled and repeated columns are listed as ignored`() throws {
        var file = try open(
            "Nom;Prénom;Né le;Nom usuel;Loyer;\nA;B;01/02/1980;C;12;\n"
        )
        #expect(
            file.ignoredColumns == [
                IgnoredColumn(
                    number: 4,
                    header: "Nom usuel",
                    reason: .alreadyGiven(.lastName)
                ),
                IgnoredColumn(number: 5, header: "Loyer", reason: .unknown),
                IgnoredColumn(number: 6, header: "n°\u{A0}6", reason: .untitled),
            ]
        )
        #expect(file.next()?.tenant?.lastName == "A")
    }

    @Test func `a landlord's mapping takes over its fields and its headers`() throws {
        let mapping = try ColumnMapping.reading(
            json: bytes("{\"birth_name\": [\"Nom\"], \"lastName\": [\"NOM_OCC\"]}")
        )
        var file = try open("nom occ;Nom;Prénom;Né le\nA;B;C;01/02/1980\n", mapping: mapping)
        let row = file.next()?.tenant
        #expect(row?.lastName == "A")
        #expect(row?.birthName == "B")
        #expect(failure(bytes("Nom;Prénom;Né le\n"), mapping: mapping) != nil)
    }

    @Test(arguments: [
        ("[]", ImportFailure.mappingUnreadable), ("{\"last_name\": \"Nom\"}", .mappingUnreadable),
        ("", .mappingUnreadable), ("{\"nir\": [\"NIR\"]}", .mappingUnknownField("nir")),
        (
            "{\"first_name\": [\"X\"], \"last_name\": [\"x\"]}",
            .mappingHeaderTwice("x", .firstName, .lastName)
        ),
    ])
    func `a mapping that says nothing clear is refused`(pair: (String, ImportFailure)) {
        #expect(throws: pair.1) { try ColumnMapping.reading(json: bytes(pair.0)) }
        #expect(!pair.1.description.isEmpty)
    }

    @Test func `a mapping survives its JSON`() throws {
        let data = try JSONEncoder().encode(ColumnMapping.standard)
        #expect(try JSONDecoder().decode(ColumnMapping.self, from: data) == .standard)
    }
}

extension CellText {
    /// The header as the file reader cleans it.
    static func plain(_ text: String) -> String? {
        let content = Array(text.utf8)
        return CellText(CsvCell(start: 0, end: content.count), in: content, encoding: .utf8)?.text
    }
}
