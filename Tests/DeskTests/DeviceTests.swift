import Custody
import Desk
import Foundation
import Membership
import Sealing
import TestKit
import Testing

/// The devices of a landlord and the passphrase, on the page of settings.
struct DeviceTests {
    @Test func `the administrator takes a device out, once it is confirmed`() async throws {
        let laptops = try Laptops(2)
        let desk = try await laptops.browser()
        var page = await desk.get("/reglages/postes")
        #expect(page.text.contains("Poste 2"))
        let order = ["jeton": page.token, "poste": "2", "motif": "perdu"]
        page = await desk.post("/reglages/postes/retirer", order)
        #expect(page.notice.hasPrefix("Cochez la case"))
        #expect(!page.text.contains("retiré<"))
        page = await desk.post(
            "/reglages/postes/retirer",
            order.merging(["confirme": "1"]) { $1 }
        )
        #expect(page.notice.hasPrefix("Poste retiré"))
        #expect(page.text.contains("retiré"))
        #expect(!page.text.contains("id=\"retirer\""))
    }

    @Test func `another device sees the devices and changes none`() async throws {
        let laptops = try Laptops(2)
        let desk = try await laptops.browser(1)
        var page = await desk.get("/reglages/postes")
        #expect(page.text.contains("Seul le poste administrateur"))
        for action in ["retirer", "confier"] {
            page = await desk.post(
                "/reglages/postes/\(action)",
                ["jeton": page.token, "poste": "1", "motif": "perdu", "confirme": "1"]
            )
            #expect(page.notice.hasPrefix("Seul le poste administrateur"))
        }
    }

    @Test func `a request on a key is answered beside it, and serves once`() async throws {
        let laptops = try Laptops()
        let key = try laptops.stores.folder.folder("key")
        let (custody, request) = try DeviceCustody.request(
            in: try laptops.stores.folder.folder("new"),
            under: Laptops.passphrase,
            costing: try KeyDerivation(log2Rounds: 15, parallelism: 1),
            laptops.stores.environment()
        )
        try custody.close()
        try Data(request.bytes).write(to: URL(filePath: key + "/demande"))
        let desk = try await laptops.browser()
        var page = await desk.get("/reglages/postes")
        let fields = ["jeton": page.token, "fichier": key + "/demande"]
        page = await desk.post("/reglages/postes/inviter", fields)
        #expect(page.text.contains(request.fingerprint.description))
        #expect(FileManager.default.fileExists(atPath: key + "/invitation-poste-2"))
        page = await desk.post("/reglages/postes/inviter", fields)
        #expect(page.notice.hasPrefix("Ce fichier n’est pas une demande"))
        for path in [key + "/rien", "demande", "/", key] {
            page = await desk.post(
                "/reglages/postes/inviter",
                ["jeton": page.token, "fichier": path]
            )
            #expect(page.notice.hasPrefix("Ce fichier n’"), "\(path)")
        }
    }

    @Test func `the passphrase is changed by who knows it, and the old one opens no more`()
        async throws
    {
        let laptops = try Laptops()
        let desk = try await laptops.browser()
        func change(_ old: String, _ new: String, _ again: String) async -> String {
            let token = await desk.get("/reglages").token
            return await desk.post(
                "/reglages/phrase",
                ["jeton": token, "ancienne": old, "nouvelle": new, "encore": again]
            ).notice
        }
        let new = "une autre phrase inventée"
        #expect(await change("fausse", new, new).hasPrefix("Ce n’est pas la bonne"))
        #expect(await change(Laptops.passphrase, "courte", "courte").contains("trop courte"))
        #expect(await change(Laptops.passphrase, new, new + "s").hasPrefix("Les deux"))
        #expect(await change(Laptops.passphrase, new, new) == "Phrase de passe changée.")
        let token = await desk.get("/").token
        let locked = await desk.post("/verrouiller", ["jeton": token])
        let refused = await desk.post(
            "/deverrouiller",
            ["jeton": locked.token, "phrase": Laptops.passphrase, "suite": "/"]
        )
        #expect(refused.status == 403)
        let open = await desk.post(
            "/deverrouiller",
            ["jeton": refused.token, "phrase": new, "suite": "/"]
        )
        #expect(open.status == 200)
        #expect(open.title.hasPrefix("Aujourd"))
    }
}
