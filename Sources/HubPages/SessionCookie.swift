import Hub
import HubServer
import Hummingbird

/// The one cookie of the pages, which holds the token of a session or of a page of logging in.
struct SessionCookie: Sendable {
    let isSealed: Bool

    /// Without TLS, as on the loopback, a browser takes neither the prefix nor `Secure`.
    var name: String { isSealed ? "__Host-passerelle" : "passerelle" }

    private var attributes: String {
        "; Path=/; HttpOnly; SameSite=Strict" + (isSealed ? "; Secure" : "")
    }

    func setting(_ token: SessionToken) -> [String: String] {
        ["set-cookie": "\(name)=\(token.text)\(attributes)"]
    }

    var removing: [String: String] { ["set-cookie": "\(name)=\(attributes); Max-Age=0"] }

    /// The token that a request bears, if it bears one.
    func token(of request: Request) -> SessionToken? {
        let values = request.field("cookie")?.split(separator: ";")
            .map { $0.drop { $0 == " " } }
            .filter { $0.hasPrefix(name + "=") }
        guard let values, values.count == 1 else { return nil }
        return SessionToken(text: values[0].dropFirst(name.count + 1))
    }
}
