import Foundation
import HTTPTypes
import Hub
import HubServer
import HubWire
import Hummingbird
import Mustache
import Sealing
import Seams
import Statistics
import WebPages

/// The union's pages: who asks, then what; all that is seen or taken is noted.
package struct UnionSite: HubSite {
    /// Writes a page as a PDF that bears a day; it throws where the machine cannot.
    package typealias Printer = @Sendable (_ page: [UInt8], _ day: String) async throws -> [UInt8]

    /// The most bytes of a form that is sent.
    static let largestForm = 4_096

    let store: HubStore
    /// The keys that this hub signs with, or signed with: the present one first.
    let keys: @Sendable () -> [VerifyingKey]
    let clock: any WallClock
    let entropy: any Entropy
    let printer: Printer
    let cookie: SessionCookie
    let shelf: FigureShelf
    let logins = LoginQueue()
    let printing = BodyGate(places: 1)
    private let library: MustacheLibrary

    /// `isSealed` says whether browsers come over TLS, as far as this machine or its proxy.
    package init(
        _ store: HubStore,
        keys: @escaping @Sendable () -> [VerifyingKey],
        _ clock: any WallClock,
        _ entropy: any Entropy,
        isSealed: Bool,
        printer: @escaping Printer
    ) throws {
        self.store = store
        self.keys = keys
        self.clock = clock
        self.entropy = entropy
        self.printer = printer
        cookie = SessionCookie(isSealed: isSealed)
        shelf = FigureShelf(store)
        library = try PageTemplate.library()
    }

    package func owns(_ path: Substring) -> Bool { PageRoute(path) != nil }

    package func answer(_ request: Request, from address: String) async -> HubAnswer {
        var answer: HubAnswer
        do {
            answer = try await routed(request, from: address)
        } catch let refusal as PageRefusal {
            answer = message(refusal, language(of: request))
        } catch {
            answer = message(.failed, language(of: request))
        }
        for (name, value) in PageHeaders.all(isSealed: cookie.isSealed)
        where answer.fields[name] == nil {
            answer.fields[name] = value
        }
        return answer
    }

    private func routed(_ request: Request, from address: String) async throws -> HubAnswer {
        guard let route = PageRoute(request.bare) else { throw PageRefusal.missing }
        switch (route, request.method) {
        case (.style, .get), (.style, .head):
            let fields = ["cache-control": "public, max-age=31536000, immutable"]
            return HubAnswer(200, "text/css; charset=utf-8", PageStyle.bytes, fields)
        case (.login, .get), (.login, .head): return loginPage(request, error: nil)
        case (.login, .post): return try await logIn(request, from: address)
        case (.logout, .post): return try await logOut(request)
        case (.freeze, .post): return try await freeze(request)
        case (.logout, _), (.freeze, _), (.login, _): throw PageRefusal.method
        case (_, .get), (_, .head): return try await read(route, request)
        default: throw PageRefusal.method
        }
    }

    /// The language that a request asks for: French unless English is.
    func language(of request: Request) -> PageLanguage {
        guard let fields = FormFields(request.query.utf8), let asked = fields["langue"] else {
            return .french
        }
        return PageLanguage(rawValue: asked) ?? .french
    }

    /// A page of a template in its frame.
    func page(
        _ template: PageTemplate,
        _ model: Any,
        in frame: PageFrame,
        status: Int = 200
    ) throws -> HubAnswer {
        try page(main(template, model, frame.t), in: frame, status: status)
    }

    /// What stands within the frame.
    func main(_ template: PageTemplate, _ model: Any, _ words: [String: String]) throws -> String {
        let content: [String: Any] = ["t": words, "m": model]
        guard let main = library.render(content, withTemplate: template.rawValue) else {
            throw PageRefusal.failed
        }
        return main
    }

    func page(_ main: String, in frame: PageFrame, status: Int = 200) throws -> HubAnswer {
        var frame = frame
        frame.main = main
        guard let text = library.render(frame, withTemplate: PageTemplate.cadre.rawValue) else {
            throw PageRefusal.failed
        }
        return HubAnswer(status, "text/html; charset=utf-8", Array(text.utf8))
    }

    /// A page that says why there is no other.
    private func message(_ refusal: PageRefusal, _ language: PageLanguage) -> HubAnswer {
        let frame = PageFrame(language, title: language.word(refusal.title), path: "/")
        let model = MessagePage(text: language.word(refusal.text), back: frame.home)
        return (try? page(.message, model, in: frame, status: refusal.status))
            ?? HubAnswer(500, "text/plain; charset=utf-8", [])
    }

    /// Another page to go to.
    static func redirect(_ path: String, _ fields: [String: String] = [:]) -> HubAnswer {
        HubAnswer(303, "text/plain; charset=utf-8", [], fields.merging(["location": path]) { $1 })
    }
}
