import Desk
import Foundation
import ReplicaStore
import Tenancy
import Testing

/// What may be sent as a file, and what is left of what may not.
struct UploadTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    private static let file = Array(
        "Nom;Prénom;Né le\r\nPetit--\(Upload.boundary);Zoé;01/02/1980\r\n--\r\n".utf8
    )

    private func names() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: laptops.all[0].replica.folder))
    }

    @Test(arguments: [1, 2, 3, 7, 61, 65_536]) func `a file comes in whole, however it is cut`(
        size: Int
    ) async throws {
        let desk = try await laptops.browser()
        let before = try names()
        let page = await desk.upload(Self.file, inPieces: size)
        #expect(page.path == "/fichiers/colonnes")
        #expect(page.text.contains("Petit--\(Upload.boundary)"))
        #expect(try names() == before)
    }

    @Test func `a form that no browser sends, or that was cut, leaves nothing`() async throws {
        let desk = try await laptops.browser()
        let token = await desk.get("/fichiers").token
        let good = Upload(token, Self.file)
        var forms: [[UInt8]] = []
        for change: (inout Upload) -> Void in [
            { $0.parts.reverse() },
            { $0.parts.removeFirst() },
            { $0.parts.removeLast() },
            { $0.parts.append($0.parts[1]) },
            { $0.parts[0].body = Array("autre".utf8) },
            { $0.parts[0].body = Array(repeating: 0x41, count: 100_000) },
            { $0.parts[0].head += "\r\nContent-Disposition: form-data; name=\"jeton\"" },
            { $0.parts[0].head += "\r\nX: y" },
            { $0.parts[1].head = "Content-Disposition: form-data; name=\"fichier\"" },
            { $0.parts[1].head += "\r\nContent-Type: " + String(repeating: "a", count: 5_000) },
            { $0.end = "" },
            { $0.end += "de trop" },
        ] {
            var form = good
            change(&form)
            forms.append(form.bytes)
        }
        forms += [[], Array(good.bytes.dropFirst()), Array(good.bytes.dropLast(9))]
        for (number, form) in forms.enumerated() {
            for size in [13, 65_536] {
                let page = await desk.send(form, inPieces: size)
                #expect(page.status == 403, "\(number)")
            }
        }
        for type in [
            "multipart/form-data", "application/x-www-form-urlencoded", "text/plain",
            "multipart/form-data; boundary=", Upload.type + "; charset=x",
        ] {
            #expect(await desk.send(good.bytes, type: type).status == 403, "\(type)")
        }
        #expect(await desk.send(good.bytes, failing: true).status == 500)
        #expect(await desk.get("/fichiers/colonnes").path == "/fichiers")
    }

    @Test func `nobody sends a file without a session`() async throws {
        let token = await (try laptops.browser()).get("/fichiers").token
        let page = await laptops.stranger().send(Upload(token, Self.file).bytes)
        #expect(page.text.contains("name=\"code\""))
    }

    @Test func `what is no extract is said in plain words`() async throws {
        let desk = try await laptops.browser()
        for (file, words): ([UInt8], String) in [
            ([], "vide"), ([0x50, 0x4B, 0x03, 0x04, 0], "classeur"),
            (Array("du texte\nsans colonnes\n".utf8), "point-virgule"),
            ([0xFF, 0xFE, 0x41, 0], "UTF-16"),
        ] {
            #expect(await desk.upload(file).notice.contains(words), "\(words)")
        }
    }
}
