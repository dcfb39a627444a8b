import Desk
import Foundation

/// A browser without scripts: it keeps its cookie, sends forms as pages give them and follows them.
final class Browser {
    let site: DeskSite
    private(set) var cookie: String?
    /// Every path that was asked for.
    private(set) var paths: [String] = []

    init(_ site: DeskSite) { self.site = site }

    /// Opens a session and unlocks the desk.
    func enter(_ code: String) async throws {
        _ = await post("/ouvrir", ["code": code])
        let page = await get("/")
        if page.text.contains("name=\"phrase\"") {
            let unlocked = await post(
                "/deverrouiller",
                ["jeton": page.token, "phrase": Laptops.passphrase, "suite": "/"]
            )
            guard unlocked.status == 200 else { throw DeskTestFailure("unlock") }
        }
    }

    func get(_ path: String, _ change: (inout DeskRequest) -> Void = { _ in }) async -> SeenPage {
        await send(.get, path, [], change)
    }

    /// Sends a form and goes where it leads.
    func post(
        _ path: String,
        _ fields: [String: String],
        _ change: (inout DeskRequest) -> Void = { _ in }
    ) async -> SeenPage {
        var allowed = CharacterSet.alphanumerics
        allowed.insert("-")
        let body = fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }
        return await send(.post, path, Array(body.joined(separator: "&").utf8), change)
    }

    private func send(
        _ method: DeskRequest.Method,
        _ target: String,
        _ body: [UInt8],
        _ change: (inout DeskRequest) -> Void
    ) async -> SeenPage {
        paths.append(target)
        let plain = target.prefix { $0 != "#" }
        var request = DeskRequest(method, String(plain.prefix { $0 != "?" }))
        request.query = String(plain.drop { $0 != "?" }.dropFirst())
        request.host = Laptops.authority
        request.cookie = cookie
        if method == .post {
            request.origin = "http://" + Laptops.authority
            request.site = "same-origin"
            request.type = "application/x-www-form-urlencoded"
            request.body = body
        }
        change(&request)
        let answer = await site.answer(request, at: Laptops.authority)
        if let set = answer.fields["set-cookie"] { cookie = String(set.prefix { $0 != ";" }) }
        if answer.status == 303, let place = answer.fields["location"] { return await get(place) }
        return SeenPage(answer, at: target)
    }
}
