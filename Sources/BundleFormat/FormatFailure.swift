/// Why bytes are no bundle, or not one that this version reads.
package enum FormatFailure: Error, Hashable, Sendable {
    /// The bytes end before what they announce.
    case truncated
    /// Bytes stand after the end.
    case trailingData
    /// The first bytes are not those of a bundle.
    case badMagic
    /// The format is newer than this software.
    case unsupportedVersion(UInt8)
    /// A kind of bundle that this version does not know.
    case unknownKind(UInt8)
    /// A length or count beyond its bound.
    case limit(what: String, value: UInt64, limit: UInt64)
    /// A number not in its shortest form, or past 64 bits.
    case badNumber
    /// Text that is not UTF-8.
    case badText
    /// A compressed section that cannot be read, or is not of the size that it states.
    case badCompression
    /// Something out of its one canonical order or form.
    case notCanonical(String)
    /// The digest at the end is not that of the bytes before it.
    case digestMismatch
}

extension FormatFailure {
    /// The name of the failure, the same in every reader.
    package var name: String {
        switch self {
        case .truncated: "truncated"
        case .trailingData: "trailing-data"
        case .badMagic: "bad-magic"
        case .unsupportedVersion: "unsupported-version"
        case .unknownKind: "unknown-kind"
        case .limit: "limit"
        case .badNumber: "bad-number"
        case .badText: "bad-text"
        case .badCompression: "bad-compression"
        case .notCanonical: "not-canonical"
        case .digestMismatch: "digest-mismatch"
        }
    }
}

extension FormatFailure: CustomStringConvertible {
    /// The failure and its remedy, in English.
    package var description: String {
        switch self {
        case .truncated: "the bundle is cut short: copy it again"
        case .trailingData: "bytes stand after the end of the bundle: copy it again"
        case .badMagic: "this is no Passerelle bundle"
        case .unsupportedVersion(let version):
            "the bundle is of format \(version), newer than this software: update it"
        case .unknownKind(let kind): "the bundle is of unknown kind \(kind): update the software"
        case .limit(let what, let value, let limit):
            "the bundle announces \(value) for \(what), more than \(limit)"
        case .badNumber: "the bundle holds a number in no accepted form"
        case .badText: "the bundle holds text that is not UTF-8"
        case .badCompression: "the bundle holds a compressed part that cannot be read"
        case .notCanonical(let what): "the bundle holds \(what) out of its canonical form"
        case .digestMismatch:
            "the bundle was altered on its way: delete it, then sync on the laptop that sent it"
        }
    }
}
