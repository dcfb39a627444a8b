/// Who may speak to the desk: this machine's own pages, and nobody who merely knows the port.
///
/// The name in `Host` stops a foreign name that was made to point here; `Origin` and
/// `Sec-Fetch-Site` stop the pages of other sites, those of other ports included.
struct DeskDoor: Sendable {
    /// Where the desk answers, as a browser names it: `127.0.0.1:PORT`.
    let authority: String

    func check(_ request: DeskRequest) throws(DeskRefusal) {
        guard request.host == authority else { throw .stranger }
        switch request.method {
        case .post:
            guard request.origin == "http://" + authority, isOwn(request.site) else {
                throw .stranger
            }
        case .get:
            guard request.origin == nil || request.origin == "http://" + authority,
                isOwn(request.site) || request.site == "none"
            else { throw .stranger }
        case .other: throw .method
        }
    }

    private func isOwn(_ site: String?) -> Bool { site == nil || site == "same-origin" }
}
