import Custody
import Tenancy
import WebPages

extension DeskSite {
    /// What a browser without a session gets: the page that takes the code, or a session for it.
    func open(_ request: DeskRequest, _ cookie: SessionCookie) async throws -> DeskAnswer {
        guard request.method == .post else { return try opening(.french, error: nil) }
        guard request.path == "/ouvrir" else { return .redirect("/") }
        let fields = try form(of: request)
        guard let token = sessions.open(with: fields["code"] ?? "") else {
            return try opening(.french, error: "openingWrong")
        }
        return .redirect("/", cookie.setting(token))
    }

    private func opening(_ language: DeskLanguage, error: String?) throws -> DeskAnswer {
        let frame = DeskFrame(language, title: language.word("openingTitle"))
        let model = OpeningPage(error: error.map { language.word($0) })
        return try page(.ouverture, model, in: frame, status: error == nil ? 200 : 403)
    }

    /// What is answered whether or not the keys are open; nil where they are, and a page is wanted.
    func opened(_ visit: DeskVisit) async throws -> DeskAnswer? {
        switch (visit.request.method, visit.request.path) {
        case (.post, "/langue"):
            let language = DeskLanguage(rawValue: visit.fields["langue"] ?? "") ?? .french
            sessions.update(visit.token) { $0.language = language }
            return .redirect(Self.place(visit.fields["suite"]))
        case (.post, "/deverrouiller"): return try await unlock(visit)
        case (.post, "/verrouiller"):
            try await work.run { try keys.close() }
            return .redirect("/")
        default: break
        }
        guard keys.touch() else {
            let path = visit.request.method == .get ? visit.request.path : "/"
            let error = visit.request.method == .get ? nil : "lockedUnsaved"
            return try locked(visit, error, suite: path)
        }
        return nil
    }

    private func unlock(_ visit: DeskVisit) async throws -> DeskAnswer {
        let suite = Self.place(visit.fields["suite"])
        let typed = visit.fields["phrase"] ?? ""
        do {
            let pause = try await work.run { try keys.unlock(with: typed) }
            guard pause == 0 else {
                let seconds = String((pause + 999) / 1_000)
                let text = visit.language.word("lockWait", ["n": seconds])
                return try locked(visit, text: text, suite: suite, status: 429)
            }
        } catch let error as CustodyError where error.code == .passphrase {
            return try locked(visit, "lockWrong", suite: suite)
        }
        return .redirect(suite)
    }

    private func locked(_ visit: DeskVisit, _ error: String?, suite: String) throws -> DeskAnswer {
        let text = error.map { visit.language.word($0) }
        return try locked(visit, text: text, suite: suite, status: error == nil ? 200 : 403)
    }

    private func locked(
        _ visit: DeskVisit,
        text: String?,
        suite: String,
        status: Int
    ) throws -> DeskAnswer {
        var frame = DeskFrame(visit.language, title: visit.language.word("lockTitle"))
        frame.jeton = visit.token.formToken
        let model = LockPage(error: text, suite: suite, agent: store.agent)
        return try page(.verrou, model, in: frame, status: status)
    }

    /// A path of the desk to go on to; the first page where it is none.
    private static func place(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ $0.isOfPath })
        else { return "/" }
        return text
    }
}

extension UInt8 {
    /// Whether it stands in the paths of the desk.
    fileprivate var isOfPath: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
