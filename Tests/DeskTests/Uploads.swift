import Desk
import Foundation

/// A form with a file, as a browser sends it.
struct Upload {
    static let boundary = "----WebKitFormBoundaryInvented7"
    static let type = "multipart/form-data; boundary=" + boundary

    /// The parts, each its head and its body.
    var parts: [(head: String, body: [UInt8])]
    var end = "--\(Upload.boundary)--\r\n"

    init(_ token: String, _ file: [UInt8]) {
        parts = [
            ("Content-Disposition: form-data; name=\"jeton\"", Array(token.utf8)),
            (
                "Content-Disposition: form-data; name=\"fichier\"; filename=\"inventé.csv\"\r\n"
                    + "Content-Type: text/csv", file
            ),
        ]
    }

    var bytes: [UInt8] {
        parts.flatMap { head, body in
            Array("--\(Self.boundary)\r\n\(head)\r\n\r\n".utf8) + body + Array("\r\n".utf8)
        } + Array(end.utf8)
    }
}

extension Browser {
    /// Sends a file to the desk, in pieces, and goes where it leads.
    func send(
        _ body: [UInt8],
        type: String = Upload.type,
        inPieces size: Int = 65_536,
        failing: Bool = false
    ) async -> SeenPage {
        let pieces = AsyncThrowingStream<[UInt8], any Error> { stream in
            for start in Swift.stride(from: 0, to: body.count, by: size) {
                stream.yield(Array(body[start..<min(start + size, body.count)]))
            }
            stream.finish(throwing: failing ? DeskTestFailure("cut") : nil)
        }
        var request = DeskRequest(.post, DeskSite.uploadPath)
        request.host = Laptops.authority
        request.origin = "http://" + Laptops.authority
        request.site = "same-origin"
        request.cookie = cookie
        request.type = type
        let answer = await site.receive(request, pieces, at: Laptops.authority)
        if answer.status == 303, let place = answer.fields["location"] { return await get(place) }
        return SeenPage(answer, at: DeskSite.uploadPath)
    }

    /// Sends a file with the token of this session.
    func upload(_ file: [UInt8], inPieces size: Int = 65_536) async -> SeenPage {
        let page = await get("/fichiers")
        return await send(Upload(page.token, file).bytes, inPieces: size)
    }

    /// Sends a form of the import with what its page proposes, and more.
    func go(
        _ path: String,
        from page: SeenPage,
        _ more: [String: String] = [:]
    ) async -> SeenPage {
        var fields = ["jeton": page.token, "cle": page.value("cle") ?? ""]
        for column in page.text.matches(
            of: /<select name="(c[0-9]+)"[^>]*>(.*?)<\/select>/
        ) {
            let chosen = column.2.firstMatch(of: /<option value="([^"]*)" selected>/)
            fields[String(column.1)] = chosen.map { String($0.1) } ?? ""
        }
        return await post(path, fields.merging(more) { $1 })
    }

    /// Imports a file: columns as they are proposed, preview, confirmation.
    func importFile(_ file: [UInt8]) async -> (preview: SeenPage, report: SeenPage) {
        let columns = await upload(file)
        let preview = await go("/fichiers/colonnes", from: columns)
        return (preview, await go("/fichiers/importer", from: preview))
    }
}
