/// Pages of text as a PDF, written here: no program of the machine is asked.
///
/// A4, the fonts that every reader has, no date and no author: the same pages give the same bytes.
struct PaperDocument {
    private static let margin = 57
    private static let width = 595
    private static let height = 842

    let bytes: [UInt8]

    init(_ pages: [PaperPage], language: String, ifLost warning: String) {
        var objects: [[UInt8]] = [
            Array("<< /Type /Catalog /Pages 2 0 R /Lang (\(language)) >>".utf8),
            [],
            Self.font("Helvetica"), Self.font("Helvetica-Bold"),
        ]
        var kids: [Int] = []
        for page in pages {
            let content = Self.content(page, warning)
            kids.append(objects.count + 1)
            objects.append(Self.page(content: objects.count + 2))
            let head = "<< /Length \(content.count) >>\nstream\n"
            objects.append(Array(head.utf8) + content + Array("\nendstream".utf8))
        }
        let list = kids.map { "\($0) 0 R" }.joined(separator: " ")
        objects[1] = Array("<< /Type /Pages /Count \(kids.count) /Kids [\(list)] >>".utf8)
        bytes = Self.file(objects)
    }

    private static func font(_ name: String) -> [UInt8] {
        Array(
            "<< /Type /Font /Subtype /Type1 /BaseFont /\(name) /Encoding /WinAnsiEncoding >>".utf8
        )
    }

    private static func page(content: Int) -> [UInt8] {
        Array(
            ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] "
                + "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
                + "/Contents \(content) 0 R >>").utf8
        )
    }

    private static func content(_ page: PaperPage, _ warning: String) -> [UInt8] {
        var (bytes, y, isLossy) = ([UInt8](), height - margin - 20, false)
        func write(_ text: String, _ font: String, _ size: Int, gap: Int) {
            for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
                let paper = PaperText(String(paragraph))
                isLossy = isLossy || paper.isLossy
                let lines = PaperText.wrapped(paper.bytes, size: size, width: width - 2 * margin)
                for line in lines {
                    bytes += Array("BT /\(font) \(size) Tf \(margin) \(y) Td (".utf8)
                    bytes += escaped(line) + Array(") Tj ET\n".utf8)
                    y -= size * 4 / 3
                }
            }
            y -= gap
        }
        write(page.title, "F2", 20, gap: 16)
        for line in page.lines {
            write(line.label, "F1", 10, gap: 1)
            write(line.text, "F2", 13, gap: 10)
        }
        y -= 10
        write(page.foot, "F1", 10, gap: 6)
        if isLossy { write(warning, "F1", 10, gap: 0) }
        return bytes
    }

    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        let special = Array("()\\".utf8)
        return bytes.flatMap { special.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
    }

    private static func file(_ objects: [[UInt8]]) -> [UInt8] {
        var file = Array("%PDF-1.4\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (number, object) in objects.enumerated() {
            let digits = String(file.count)
            table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
            file += Array("\(number + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = file.count
        table += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\n"
        return file + Array((table + "startxref\n\(start)\n%%EOF\n").utf8)
    }
}
