import NIOSSL

/// Who may vouch for the hub's certificate besides those whom this machine trusts.
package struct HubAuthority: Sendable {
    let certificates: [NIOSSLCertificate]

    /// Reads a PEM file of one certificate or more.
    package init(file: String) throws(HubRoadFailure) {
        do { certificates = try NIOSSLCertificate.fromPEMFile(file) } catch {
            throw .badAuthority
        }
        guard !certificates.isEmpty else { throw .badAuthority }
    }

    /// Whether a connection failed because the certificate is not trusted, or is another name's.
    static func isRefusal(_ error: any Error) -> Bool {
        switch error {
        case let error as NIOSSLExtraError: error == .failedToValidateHostname
        // The library tells the reason in words only.
        case NIOSSLError.handshakeFailed(let reason):
            "\(reason)".contains("CERTIFICATE_VERIFY_FAILED")
        default: false
        }
    }
}
