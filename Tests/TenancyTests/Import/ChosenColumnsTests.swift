import Tenancy
import TestKit
import Testing

/// Columns that somebody chose, lines that they corrected.
struct ChosenColumnsTests {
    private let world: PeopleWorld

    init() throws { world = try PeopleWorld() }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test
    func `a sample shows a few values of each column, and nothing of a social security number`()
        throws
    {
        let text = """
            A;Prénom;Né le;Code;Immatriculation
            Durand;Awa;01/02/1980;x;280025935012369
            Petit;Zoé;02/02/1980;x;
            """
        let sample = try ErpSample(head: bytes(text), isWhole: true)
        #expect(sample.columns.map(\.field) == [nil, .firstName, .birthDate, nil, nil])
        #expect(sample.columns[0].values == ["Durand", "Petit"])
        #expect(sample.columns[3].values == ["x"])
        #expect(sample.columns[4].isDropped && sample.columns[4].values.isEmpty)
    }

    @Test func `a beginning that was cut is read up to its last whole line`() throws {
        let sample = try ErpSample(head: bytes("Nom;Prénom\nDurand;Awa\nPet"), isWhole: false)
        #expect(sample.columns[0].values == ["Durand"])
    }

    @Test func `the chosen columns are read, and a NIR never is`() throws {
        let text = "A;B;C;NIR\nDurand;Awa;01/02/1980;280025935012369\n"
        let choice = ColumnChoice([.lastName: 0, .firstName: 1, .birthDate: 2, .address: 3])
        #expect(choice.missing.isEmpty)
        var file = try ErpFile(bytes: bytes(text), choosing: choice, today: world.today)
        guard case .tenant(let row, _) = file.next() else { throw ExportTestFailure() }
        #expect(row.lastName == "Durand" && row.address == nil)
        #expect(file.droppedColumns.map(\.header) == ["NIR"])
    }

    @Test func `the 18 rejected lines of the late extract are corrected by hand, and go in`() throws
    {
        let late = try PeopleWorld.fixture("extrait-tardif.csv")
        let sample = try ErpSample(head: late, isWhole: true)
        let found = sample.columns.enumerated().compactMap { place, column in
            column.field.map { ($0, place) }
        }
        let choice = ColumnChoice(Dictionary(uniqueKeysWithValues: found))
        let before = try ErpFile(bytes: late, choosing: choice, today: world.today)
        let rejected = before.rejectedRows(limit: 50)
        #expect(rejected.count == 18)
        #expect(before.rejectedRows(limit: 3).count == 3)
        var corrections = RowCorrections()
        for row in rejected {
            let texts = try #require(row.texts)
            corrections[row.line] = [
                .lastName: texts[.lastName] ?? "Nommée",
                .firstName: texts[.firstName] ?? "Prénommée",
                .birthDate: "01/02/1980",
            ]
        }
        let after = try ErpFile(
            bytes: late,
            choosing: choice,
            correcting: corrections,
            today: world.today
        )
        #expect(after.rejectedRows(limit: 50).isEmpty)
        let report = try world.a.importErp(after, isDryRun: true)
        #expect(report.rejected.isEmpty && report.rows == 1_250)
    }

    @Test func `a number that may not be kept is refused where it is typed, too`() throws {
        var corrections = RowCorrections()
        corrections[2] = [.lastName: "280025935012369"]
        let choice = ColumnChoice([.lastName: 0, .firstName: 1, .birthDate: 2])
        let text = "A;B;C\n;Awa;01/02/1980\n"
        let file = try ErpFile(
            bytes: bytes(text),
            choosing: choice,
            correcting: corrections,
            today: world.today
        )
        #expect(file.rejectedRows(limit: 9).map(\.line) == [2])
    }

    @Test func `a choice is remembered as a mapping of the next file`() throws {
        let headers = ["NOM_OCC", "Prénom", "Né le", "Nom"]
        let choice = ColumnChoice([.lastName: 0, .firstName: 1, .birthDate: 2])
        let json = try ColumnMapping.standard.remembering(choice, of: headers).json()
        let mapping = try ColumnMapping.reading(json: json)
        let text = "NOM_OCC;Prénom;Né le;Nom\nDurand;Awa;01/02/1980;autre\n"
        let sample = try ErpSample(head: bytes(text), isWhole: true, mapping: mapping)
        #expect(sample.columns.map(\.field) == [.lastName, .firstName, .birthDate, nil])
    }

    @Test func `a spreadsheet is told from a CSV file`() {
        for start: [UInt8] in [[0x50, 0x4B, 0x03, 0x04, 0], [0xD0, 0xCF, 0x11, 0xE0, 0]] {
            #expect(throws: ImportFailure.spreadsheet) {
                try ErpFile(bytes: start, today: world.today)
            }
        }
        #expect(ImportFailure.spreadsheet.libelle.contains("CSV UTF-8"))
    }

    @Test func `mostly new rows are noticed where people are known, and only there`() throws {
        let first = PeopleWorld.fixture
        let initial = try world.a.importErp(try world.file(try first("extrait-initial.csv")))
        #expect(initial.held == 0 && !initial.isMostlyNew)
        let late = try world.a.importErp(
            try world.file(try first("extrait-tardif.csv")),
            isDryRun: true
        )
        #expect(late.held == 1_167 && !late.isMostlyNew)
        let strangers = "Nom;Prénom;Né le\nNouvelle;Awa;01/02/1980\n"
        #expect(try world.a.importErp(try world.file(strangers), isDryRun: true).isMostlyNew)
    }

    @Test func `an import that is given up changes nothing`() throws {
        let initial = try world.file(try PeopleWorld.fixture("extrait-initial.csv"))
        let before = try world.a.dump()
        #expect(throws: CancellationError.self) {
            try world.a.importErp(initial) { _, _ in throw CancellationError() }
        }
        #expect(try world.a.dump() == before)
    }
}

struct ExportTestFailure: Error {}
