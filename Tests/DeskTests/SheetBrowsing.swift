import Desk
import Records
import Tenancy

extension Browser {
    /// The list of the first event of the day, as somebody finds it.
    func sheet(_ name: String = "Au pied") async throws -> SeenPage {
        let events = await get("/actions")
        guard let path = events.link(name) else { throw DeskTestFailure("event") }
        return await get(path)
    }

    /// Presses the one button of somebody's row on a page, and sees what comes.
    func press(_ name: String, on page: SeenPage) async throws -> SeenPage {
        guard let button = page.row(name)?.button else { throw DeskTestFailure("row \(name)") }
        return await post(
            Self.place(page) + "/pointer",
            ["jeton": page.token, "pointer": button]
        )
    }

    /// Presses a button of somebody's own page.
    func choose(_ label: String, for name: String, on page: SeenPage) async throws -> SeenPage {
        guard let row = page.row(name) else { throw DeskTestFailure("row \(name)") }
        let person = await get(Self.place(page) + "/personne/" + row.handle)
        guard let button = person.button("pointer", label) else { throw DeskTestFailure(label) }
        return await post(
            Self.place(page) + "/pointer",
            ["jeton": person.token, "pointer": button]
        )
    }

    /// Says who knows somebody.
    func say(_ fields: [String: String], of name: String, on page: SeenPage) async throws
        -> SeenPage
    {
        guard let row = page.row(name) else { throw DeskTestFailure("row \(name)") }
        return await post(
            Self.place(page) + "/situation",
            fields.merging(["jeton": page.token, "personne": row.handle]) { $1 }
        )
    }

    /// Makes somebody's file and ticks them, who came without being registered.
    func walkIn(_ last: String, _ first: String, on page: SeenPage) async throws -> SeenPage {
        let add = Self.place(page) + "/ajout"
        let empty = await get(add)
        let searched = await post(
            add + "/chercher",
            ["jeton": empty.token, "q": "\(last) \(first)"]
        )
        guard let key = searched.value("cle") else { throw DeskTestFailure("key") }
        return await post(
            add + "/creer",
            ["jeton": searched.token, "cle": key, "last_name": last, "first_name": first]
        )
    }

    func close(_ page: SeenPage) async -> SeenPage {
        await post(Self.place(page) + "/cloture", ["jeton": page.token])
    }

    /// The path of a list, without what was searched or looked at on it.
    static func place(_ page: SeenPage) -> String {
        String(page.path.prefix { $0 != "?" && $0 != "#" })
    }
}
