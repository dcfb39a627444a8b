import Tenancy
import Testing

struct EncodingTests: ImportSuite {
    private let accents = "Nom;Prénom;Né le\nLefèvre;Chloé;01/02/1980\nŒuvré;L’Été;03/04/1981\n"

    @Test(arguments: [TextEncoding.utf8, .utf8WithMark, .windows1252])
    func `each encoding is found and read`(encoding: TextEncoding) throws {
        var file = try ErpFile(bytes: bytes(accents, encoding), today: today)
        #expect(file.encoding == encoding)
        #expect(file.headers == ["Nom", "Prénom", "Né le"])
        #expect(file.next()?.tenant?.lastName == "Lefèvre")
        #expect(file.next()?.tenant?.firstName == "L’Été")
        #expect(file.next() == nil)
    }

    @Test func `plain ASCII is UTF-8`() throws {
        #expect(try open("Nom;Prenom;Ne le\n").encoding == .utf8)
    }

    @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
    func `a byte that Windows-1252 lacks is refused with its line`(byte: UInt8) {
        let content = bytes("Nom;Prenom;Ne le\r\nA;B;01/02/1980\r\nC", .utf8) + [0xE9, byte]
        #expect(failure(content) == .undefinedByte(byte, line: 3))
        #expect(
            failure(content)?.description.contains(
                "Line 3: byte 0x\(String(byte, radix: 16, uppercase: true))"
            ) == true
        )
    }

    @Test func `the other bytes of Windows-1252 are all read`() {
        let undefined = (0...255).filter { Windows1252.isUndefined(UInt8($0)) }
        #expect(undefined == [0x81, 0x8D, 0x8F, 0x90, 0x9D])
        let defined = (0x80...0x9F as ClosedRange<UInt8>).filter { !Windows1252.isUndefined($0) }
        let signs = String(String.UnicodeScalarView(defined.map(Windows1252.scalar)))
        #expect(signs == "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
        #expect(Windows1252.scalar(of: 0xE9) == "é")
        #expect(Set((0...255).map { Windows1252.scalar(of: UInt8($0)) }).count == 252)
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16 is refused, with its mark or without`(isMarked: Bool, isBig: Bool) {
        var content: [UInt8] = isMarked ? (isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
        for unit in accents.utf16 {
            let high = UInt8(unit >> 8)
            let low = UInt8(unit & 0xFF)
            content += isBig ? [high, low] : [low, high]
        }
        #expect(failure(content) == .utf16)
        #expect(ImportFailure.utf16.description.contains("save the export again as CSV UTF-8"))
    }

    @Test func `a NUL byte is refused with its line`() {
        let content = bytes("Nom;Prenom;Ne le\rA;B;01/02/1980\rC;") + [0]
        #expect(failure(content) == .nulByte(line: 3))
    }

    @Test func `one broken byte in UTF-8 text is not taken for Windows-1252`() {
        #expect(failure(bytes(accents) + [0xE9]) == .mixedEncoding(line: 4))
        #expect(failure(bytes(accents, .utf8WithMark) + [0xFF]) == .mixedEncoding(line: 4))
    }

    @Test func `an empty file or a bare mark is refused`() {
        #expect(failure([]) == .fileEmpty)
        #expect(failure(TextEncoding.utf8Mark) == .fileEmpty)
        #expect(failure(bytes("\n \r\n\n")) == .fileEmpty)
    }

    @Test func `a file over the limit is refused before it is read`() {
        var limits = ImportLimits()
        limits.fileBytes = 10
        #expect(failure(bytes(accents), limits: limits) == .fileTooLarge(bytes: 75, limit: 10))
    }
}
