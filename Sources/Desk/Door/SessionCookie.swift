/// The one cookie of the desk, named after its port: browsers send cookies to every port of a host.
struct SessionCookie: Sendable {
    let name: String

    init(_ authority: String) {
        name = "passerelle-desk-\(authority.split(separator: ":").last ?? "")"
    }

    func setting(_ token: SessionToken) -> [String: String] {
        ["set-cookie": "\(name)=\(token.text); Path=/; HttpOnly; SameSite=Strict"]
    }

    /// The token that a request bears, if it bears one.
    func token(of request: DeskRequest) -> SessionToken? {
        let values = (request.cookie ?? "").split(separator: ";")
            .map { $0.drop { $0 == " " } }
            .filter { $0.hasPrefix(name + "=") }
        guard values.count == 1 else { return nil }
        return SessionToken(cookie: values[0].dropFirst(name.count + 1))
    }
}
