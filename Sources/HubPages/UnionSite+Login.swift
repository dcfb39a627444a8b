import Foundation
import Hub
import HubServer
import Hummingbird
import NIOCore
import Seams
import WebPages

extension UnionSite {
    private enum Attempt: Sendable {
        case accepted
        case refused
        /// Too early after those that failed, by so many milliseconds.
        case paused(UInt64)
    }

    /// The page of logging in, with a token of its own that its form must bring back.
    func loginPage(_ request: Request, error: String?, status: Int = 200) -> HubAnswer {
        loginPage(in: language(of: request), error: error, status: status)
    }

    private func loginPage(in language: PageLanguage, error: String?, status: Int) -> HubAnswer {
        let token = SessionToken(entropy)
        let model = LoginPage(error: error, form: token.formToken, language: language.rawValue)
        let frame = PageFrame(language, title: language.word("loginTitle"), path: "/connexion")
        guard var answer = try? page(.connexion, model, in: frame, status: status) else {
            return HubAnswer(500, "text/plain; charset=utf-8", [])
        }
        answer.fields = cookie.setting(token)
        return answer
    }

    func logIn(_ request: Request, from address: String) async throws -> HubAnswer {
        let fields = try await form(of: request)
        let language = fields["langue"].flatMap(PageLanguage.init) ?? .french
        guard let token = cookie.token(of: request), isOwn(fields, token, request) else {
            return loginPage(in: language, error: language.word("loginStale"), status: 403)
        }
        let (name, password) = (fields["nom"] ?? "", fields["secret"] ?? "")
        let attempt = try await logins.run { try self.attempt(name, password, from: address) }
        switch attempt {
        case .accepted?:
            let session = SessionToken(entropy)
            try store.begin(session, of: name, at: clock.now())
            let home = language == .french ? "/" : "/?langue=en"
            return Self.redirect(home, cookie.setting(session))
        case .refused?:
            return loginPage(in: language, error: language.word("loginWrong"), status: 403)
        case .paused(let pause)?: return paused(language, seconds: (pause + 999) / 1_000)
        case nil: return paused(language, seconds: 10)
        }
    }

    private func paused(_ language: PageLanguage, seconds: UInt64) -> HubAnswer {
        let error = "\(language.word("loginWait"))\(language.word("colon")) \(seconds)."
        var answer = loginPage(in: language, error: error, status: 429)
        answer.fields["retry-after"] = String(seconds)
        return answer
    }

    /// Tries a password, unless too many failed; a name that nobody bears takes the same time.
    private func attempt(
        _ name: String,
        _ password: String,
        from address: String
    ) throws -> Attempt {
        let sources = [LoginSource.account(name), .address(address)]
        let pause = try store.pause(of: sources, at: clock.now())
        guard pause == 0 else { return .paused(pause) }
        let kept = try store.password(of: name)
        let isRight = (kept ?? .decoy).accepts(password)
        guard kept != nil, isRight else {
            try store.noteFailure(of: sources, at: clock.now())
            return .refused
        }
        return .accepted
    }

    func logOut(_ request: Request) async throws -> HubAnswer {
        let fields = try await form(of: request)
        guard let token = cookie.token(of: request), isOwn(fields, token, request) else {
            throw PageRefusal.form
        }
        try store.end(token, at: clock.now())
        let path = fields["langue"] == "en" ? "/connexion?langue=en" : "/connexion"
        return Self.redirect(path, cookie.removing)
    }

    /// The fields of a form that was sent.
    func form(of request: Request) async throws -> FormFields {
        guard request.field("content-type") == "application/x-www-form-urlencoded" else {
            throw PageRefusal.form
        }
        guard let body = try? await request.body.collect(upTo: Self.largestForm) else {
            throw PageRefusal.tooLarge
        }
        guard let fields = FormFields(body.readableBytesView) else { throw PageRefusal.form }
        return fields
    }

    /// Whether a form is one that we gave to this browser.
    func isOwn(_ fields: FormFields, _ token: SessionToken, _ request: Request) -> Bool {
        let site = request.field("sec-fetch-site") ?? "same-origin"
        return site == "same-origin" && token.accepts(form: fields["jeton"] ?? "")
    }
}
