import Mustache
import ReplicaStore
import Seams
import Tenancy
import WebPages

/// The agent's desk as pages: who asks, then what; see Docs/desk.md.
package struct DeskSite: Sendable {
    /// The most bytes of a form that are read.
    package static let largestForm = 65_536

    let store: LandlordStore
    let world: DeskWorld
    let sessions: SessionShelf
    let keys: KeyRoom
    let people: PeopleShelf
    let imports = ImportShelf()
    let work = WorkQueue()
    private let library: MustacheLibrary

    /// The desk of a store, whose keys lie beside it.
    package init(_ store: LandlordStore, _ world: DeskWorld) throws {
        self.store = store
        self.world = world
        sessions = SessionShelf(world.environment.entropy, onCode: world.onCode)
        keys = KeyRoom(
            in: store.replica.folder,
            after: world.patience,
            costing: world.derivation,
            world.environment
        )
        people = PeopleShelf(store)
        library = try DeskTemplate.library()
    }

    /// Tells the code that opens the first session.
    package func announce() { sessions.announce() }

    /// Locks where nobody was here for a while; for a timer.
    package func lockIfIdle() { keys.closeIfIdle() }

    /// Forgets the keys and every session.
    package func close() throws { try keys.close() }

    /// Answers a request that came to an authority, such as `127.0.0.1:8420`.
    package func answer(_ request: DeskRequest, at authority: String) async -> DeskAnswer {
        await guarded(request, at: authority) { try await routed(request, $0, $1, $2) }
    }

    /// What is answered to who may speak to the desk, or why nothing is.
    func guarded(
        _ request: DeskRequest,
        at authority: String,
        _ act: (SessionCookie, SessionToken?, DeskSession?) async throws -> DeskAnswer
    ) async -> DeskAnswer {
        let cookie = SessionCookie(authority)
        let token = cookie.token(of: request)
        let session = token.flatMap { sessions.session($0) }
        var answer: DeskAnswer
        do {
            try DeskDoor(authority: authority).check(request)
            answer = try await act(cookie, token, session)
        } catch {
            answer = message(DeskRefusal(error), session?.language ?? .french)
        }
        for (name, value) in DeskHeaders.all where answer.fields[name] == nil {
            answer.fields[name] = value
        }
        return answer
    }

    private func routed(
        _ request: DeskRequest,
        _ cookie: SessionCookie,
        _ token: SessionToken?,
        _ session: DeskSession?
    ) async throws -> DeskAnswer {
        for file in [DeskFile.style, .script] where request.path == file.path {
            return file.answer
        }
        guard let token, let session else { return try await open(request, cookie) }
        let visit = DeskVisit(
            token: token,
            session: session,
            request: request,
            fields: try fields(of: request, token)
        )
        if let answer = try await opened(visit) { return answer }
        return try await work.run { try page(visit) }
    }

    /// The fields of a form of this session, or of a link.
    private func fields(
        of request: DeskRequest,
        _ token: SessionToken
    ) throws(DeskRefusal) -> FormFields {
        guard request.method == .post else {
            guard let fields = FormFields(request.query.utf8) else { throw .missing }
            return fields
        }
        let fields = try form(of: request)
        guard token.accepts(form: fields["jeton"] ?? "") else { throw .form }
        return fields
    }

    /// The fields of a form that was sent.
    func form(of request: DeskRequest) throws(DeskRefusal) -> FormFields {
        // A script adds the encoding behind it, which is always UTF-8.
        let type = request.type?.prefix { $0 != ";" }
        guard type == "application/x-www-form-urlencoded" else { throw .form }
        guard let body = request.body else { throw .tooLarge }
        guard let fields = FormFields(body) else { throw .form }
        return fields
    }

    /// A page of a template in its frame.
    func page(
        _ template: DeskTemplate,
        _ model: Any,
        in frame: DeskFrame,
        status: Int = 200
    ) throws -> DeskAnswer {
        var frame = frame
        let content: [String: Any] = ["t": frame.t, "m": model, "jeton": frame.jeton ?? ""]
        guard let main = library.render(content, withTemplate: template.rawValue) else {
            throw DeskRefusal.failed
        }
        frame.main = main
        guard let text = library.render(frame, withTemplate: DeskTemplate.cadre.rawValue) else {
            throw DeskRefusal.failed
        }
        return DeskAnswer(status, "text/html; charset=utf-8", Array(text.utf8))
    }

    /// What a template makes of a model, without a frame.
    func text(
        of template: DeskTemplate,
        _ model: Any,
        _ language: DeskLanguage
    ) throws(DeskRefusal) -> String {
        let content: [String: Any] = ["t": language.words, "m": model]
        guard let text = library.render(content, withTemplate: template.rawValue) else {
            throw .failed
        }
        return text
    }

    /// A page for somebody, with what is told once of what they just did.
    func page(
        _ template: DeskTemplate,
        _ model: Any,
        _ visit: DeskVisit,
        title: String,
        section: String = ""
    ) throws -> DeskAnswer {
        var frame = DeskFrame(visit, title: title, section: section)
        frame.notice = sessions.takeNotice(visit.token)
        return try page(template, model, in: frame)
    }

    /// Goes to a page that tells what was done.
    func done(
        _ visit: DeskVisit,
        _ path: String,
        _ text: String,
        isWarning: Bool = false
    ) -> DeskAnswer {
        let notice = DeskSession.Notice(text: text, isWarning: isWarning)
        sessions.update(visit.token) { $0.notice = notice }
        return .redirect(path)
    }

    /// A page that says why there is no other.
    private func message(_ refusal: DeskRefusal, _ language: DeskLanguage) -> DeskAnswer {
        let frame = DeskFrame(language, title: language.word(refusal.title))
        let model = MessagePage(text: language.word(refusal.text))
        return (try? page(.message, model, in: frame, status: refusal.status))
            ?? DeskAnswer(500, "text/plain; charset=utf-8", [])
    }
}
