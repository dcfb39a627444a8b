import Seams
import Synchronization

/// The sessions of the desk, and the one code that opens the next.
final class SessionShelf: Sendable {
    fileprivate struct State {
        var code: OpeningCode
        var sessions: [SessionToken: DeskSession] = [:]
        var failures = 0
    }

    /// So many wrong codes, and a new one is drawn.
    private static let mostFailures = 20

    private let entropy: any Entropy
    private let state: Mutex<State>
    private let onCode: @Sendable (String) -> Void

    /// `onCode` is told every new code, to show it to who started the desk.
    init(_ entropy: any Entropy, onCode: @escaping @Sendable (String) -> Void) {
        self.entropy = entropy
        self.onCode = onCode
        state = Mutex(State(code: OpeningCode(entropy)))
    }

    func announce() { onCode(state.withLock { $0.code.text }) }

    /// Opens a session with the code, which then opens no other; nil of a wrong one.
    func open(with typed: String) -> SessionToken? {
        let token = state.withLock { state -> SessionToken? in
            guard state.code.accepts(typed) else {
                state.failures += 1
                if state.failures >= Self.mostFailures { state.renew(entropy) }
                return nil
            }
            state.renew(entropy)
            let token = SessionToken(entropy)
            state.sessions[token] = DeskSession()
            return token
        }
        if token != nil { announce() }
        return token
    }

    func session(_ token: SessionToken) -> DeskSession? { state.withLock { $0.sessions[token] } }

    /// Changes what is remembered of a session.
    func update(_ token: SessionToken, _ change: @Sendable (inout DeskSession) -> Void) {
        state.withLock { state in
            guard var session = state.sessions[token] else { return }
            change(&session)
            state.sessions[token] = session
        }
    }

    /// Takes the notice of a session, which is shown once.
    func takeNotice(_ token: SessionToken) -> DeskSession.Notice? {
        state.withLock { state in
            defer { state.sessions[token]?.notice = nil }
            return state.sessions[token]?.notice
        }
    }
}

extension SessionShelf.State {
    fileprivate mutating func renew(_ entropy: any Entropy) {
        code = OpeningCode(entropy)
        failures = 0
    }
}
