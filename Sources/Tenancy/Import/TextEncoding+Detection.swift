extension TextEncoding {
    /// How the files of Excel and LibreOffice begin: a zip archive, and the older compound file.
    private static let spreadsheets: [[UInt8]] = [
        [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0],
    ]

    /// Finds the encoding: valid UTF-8 wins, else Windows-1252 if every byte is defined there.
    package static func detect(in bytes: [UInt8]) throws(ImportFailure) -> TextEncoding {
        if spreadsheets.contains(where: bytes.starts(with:)) { throw .spreadsheet }
        try refuseNulBytes(in: bytes)
        let isMarked = bytes.starts(with: utf8Mark)
        guard let offset = firstInvalidOffset(in: bytes) else {
            return isMarked ? .utf8WithMark : .utf8
        }
        if isMarked || isMostlyUtf8(bytes) {
            throw .mixedEncoding(line: line(of: offset, in: bytes))
        }
        if let undefined = bytes.firstIndex(where: Windows1252.isUndefined) {
            throw .undefinedByte(bytes[undefined], line: line(of: undefined, in: bytes))
        }
        return .windows1252
    }

    private static func refuseNulBytes(in bytes: [UInt8]) throws(ImportFailure) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
        guard let first = bytes.firstIndex(of: 0) else { return }
        // Plain letters in UTF-16 are one byte in two: nearly half of the first bytes are NUL.
        let head = bytes.prefix(64)
        if first < 4, head.count(where: { $0 == 0 }) * 3 >= head.count { throw .utf16 }
        throw .nulByte(line: line(of: first, in: bytes))
    }

    private static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// Whether well-formed sequences outnumber stray bytes: UTF-8 text that was damaged, which
    /// read as Windows-1252 would turn every accent into two signs.
    private static func isMostlyUtf8(_ bytes: [UInt8]) -> Bool {
        var wellFormed = 0
        var stray = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let length = sequenceLength(at: index, in: bytes)
            if length > 1 { wellFormed += 1 } else { stray += 1 }
            index += length
        }
        return wellFormed > stray
    }

    private static func sequenceLength(at index: Int, in bytes: [UInt8]) -> Int {
        let length: Int
        switch bytes[index] {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 1
        }
        guard index + length <= bytes.count else { return 1 }
        let tail = bytes[(index + 1)..<(index + length)]
        return tail.allSatisfy { $0 & 0xC0 == 0x80 } ? length : 1
    }

    /// The line, counted from 1, on which this byte stands.
    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        for index in 0..<offset {
            let ends = bytes[index] == Ascii.lineFeed && !(index > 0 && bytes[index - 1] == 13)
            if ends || bytes[index] == Ascii.carriageReturn { line += 1 }
        }
        return line
    }
}
