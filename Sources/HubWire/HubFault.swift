/// Why the hub refuses a request: one code for each fault, the same in the answer and in the page.
package enum HubFault: String, Error, Codable, CaseIterable, Sendable {
    /// The request is in no form that the hub reads.
    case badRequest = "bad-request"
    /// The signature's fields are missing or not in the one form of the profile.
    case signatureMissing = "signature-missing"
    /// There is no digest of the body, or it is in another form.
    case digestMissing = "digest-missing"
    /// The nonce is not one of this hub's, or too old, or was used.
    case nonce = "nonce"
    /// The signature is not that of the device over this request.
    case signature = "signature"
    /// The body is not the one that was signed.
    case digest = "digest"
    /// There is no such thing here, or not for this device: the hub does not say which.
    case notFound = "not-found"
    /// The path knows no such verb.
    case method = "method"
    /// Removing this would lose what nothing else tells.
    case notCovered = "not-covered"
    /// The piece does not begin where the upload ends.
    case offset = "offset"
    case tooLarge = "too-large"
    case contentType = "content-type"
    /// The bundle or the log is refused: its own name of the fault stands beside.
    case refused = "refused"
    /// The membership log contradicts the one known here.
    case forked = "forked"
    case range = "range"
    case tooMany = "too-many-requests"
    case failed = "failed"
    case diskFull = "disk-full"

    /// The status of the answer.
    package var status: Int {
        switch self {
        case .badRequest: 400
        case .signatureMissing, .digestMissing, .nonce, .signature, .digest: 401
        case .notFound: 404
        case .method: 405
        case .notCovered, .offset, .forked: 409
        case .tooLarge: 413
        case .contentType: 415
        case .range: 416
        case .refused: 422
        case .tooMany: 429
        case .failed: 500
        case .diskFull: 507
        }
    }
}
