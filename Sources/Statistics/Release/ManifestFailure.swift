/// Why a manifest was refused.
package enum ManifestFailure: Error, Hashable, CustomStringConvertible {
    case tooLarge(bytes: Int)
    case notJSON(JSONFailure)
    case unknownSchema(Int)
    case notCanonical
    case noManifest

    package var description: String {
        switch self {
        case .tooLarge(let bytes):
            "The manifest has \(bytes) bytes, over \(ReleaseManifest.largestSize): fetch it again."
        case .notJSON(let failure): "The manifest is not JSON: \(failure); fetch it again."
        case .unknownSchema(let schema):
            "The manifest has schema \(schema) and this software reads "
                + "\(ReleaseManifest.schema): upgrade the older of the two."
        case .noManifest: "There is no manifest in it: the programme has no release yet."
        case .notCanonical: "The manifest is not in its one canonical form: fetch it again."
        }
    }
}
