import Foundation
import InventedPeople
import Testing

@Suite struct ErpFileWriterTests {
    private func row(lastName: String, address: String = "") -> ErpRow {
        var row = ErpRow()
        row[.lastName] = lastName
        row[.address] = address
        return row
    }

    private func file(_ row: ErpRow, _ options: ErpFileOptions) throws -> [UInt8] {
        var options = options
        options.headings = [
            ErpHeading(.lastName, title: "Nom d'usage"), ErpHeading(.address),
        ]
        return try ErpFileWriter(options: options).file(of: [row])
    }

    @Test func `the usual headings are those of a French ERP`() throws {
        let bytes = try ErpFileWriter(options: ErpFileOptions(encoding: .utf8)).file(of: [])
        let headings =
            "Réf. locataire;Civilité;Nom;Prénom;Nom de naissance;Date de naissance;Téléphone;"
            + "Courriel;Adresse;Code INSEE;Commune;QPV;Résidence;N° bail\r\n"
        #expect(bytes == Array(headings.utf8))
    }

    @Test func `Windows-1252 takes one byte for an accent`() throws {
        let bytes = try file(row(lastName: "Bœuf-Évrÿ"), ErpFileOptions())
        let expected: [UInt8] = [0x42, 0x9C, 0x75, 0x66, 0x2D, 0xC9, 0x76, 0x72, 0xFF, 0x3B]
        #expect(bytes.suffix(12).elementsEqual(expected + [0x0D, 0x0A]))
    }

    @Test func `every letter that Windows-1252 has comes back the same`() throws {
        let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
        for byte in UInt8(0x80)...0xFF where !undefined.contains(byte) {
            let letter = try #require(
                String(data: Data([byte]), encoding: .windowsCP1252),
                "byte \(byte)"
            )
            let bytes = try file(row(lastName: letter), ErpFileOptions())
            #expect(bytes.suffix(4).elementsEqual([byte, 0x3B, 0x0D, 0x0A]))
        }
    }

    @Test func `a letter without a byte in Windows-1252 is refused by its code point`() throws {
        let failure = ErpFileFailure.notInWindows1252(scalar: 0x142)
        #expect(throws: failure) { try file(row(lastName: "Pawłowski"), ErpFileOptions()) }
        #expect(throws: ErpFileFailure.notInWindows1252(scalar: 0x81)) {
            try file(row(lastName: "\u{81}"), ErpFileOptions())
        }
        #expect(failure.description.hasPrefix("U+0142 has no byte in Windows-1252"))
    }

    @Test func `UTF-8 with its mark, commas and line feeds`() throws {
        let options = ErpFileOptions(
            delimiter: .comma,
            encoding: .utf8BOM,
            lineEnding: .lineFeed
        )
        let bytes = try file(row(lastName: "Pawłowski", address: "1 rue A, B"), options)
        #expect(
            bytes == [0xEF, 0xBB, 0xBF]
                + Array("Nom d'usage,Adresse\nPawłowski,\"1 rue A, B\"\n".utf8)
        )
    }

    @Test func `a field is quoted only where it would break the line, and quotes are doubled`()
        throws
    {
        let options = ErpFileOptions(
            delimiter: .tab,
            encoding: .utf8,
            lineEnding: .lineFeed
        )
        let bytes = try file(row(lastName: "A;B", address: "\"C\"\u{301}\r\nD"), options)
        #expect(
            bytes == Array("Nom d'usage\tAdresse\nA;B\t\"\"\"C\"\"\u{301}\r\nD\"\n".utf8)
        )
    }
}
