import Desk
import Records
import Tenancy

extension Browser {
    /// Somebody's file, as they are searched for.
    func file(_ name: String) async throws -> SeenPage {
        let page = await get("/locataires")
        let found = await post("/locataires/chercher", ["jeton": page.token, "q": name])
        guard let path = found.link(name.uppercased()) else { throw DeskTestFailure("file") }
        return await get(path)
    }

    /// Sends one of the small forms of a page.
    func fill(_ form: String, _ fields: [String: String], on page: SeenPage) async -> SeenPage {
        await post(
            Self.place(page) + "/" + form,
            fields.merging(["jeton": page.token]) { $1 }
        )
    }
}

extension SeenPage {
    /// The key of a form that makes a row.
    func key(_ form: String) -> String {
        text.matches(of: /name="cle" value="([^"]*)"/).map { String($0.1) }
            .first { $0.hasSuffix("-" + form) } ?? ""
    }

    /// The code of the option of a list whose text begins so.
    func option(_ label: String) -> String? {
        text.matches(of: /<option value="([^"]*)"[^>]*>([^<]*)/).first { $0.2.hasPrefix(label) }
            .map { String($0.1) }
    }

    /// Its text with plain spaces.
    func plain() -> String {
        text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }
}
