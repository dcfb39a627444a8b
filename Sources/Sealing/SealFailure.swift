import BundleFormat

/// Why sealed bytes are refused: one name for each fault, and nothing of what the bytes hold.
package enum SealFailure: Error, Hashable, Sendable {
    /// Fewer bytes than the shortest head of a file.
    case tooShort
    /// The first bytes are those of something else.
    case badMagic
    /// The format is newer than this software.
    case unsupportedVersion(UInt64)
    /// A kind that this version does not know.
    case unknownKind(UInt64)
    /// A length or count beyond its bound.
    case limit(what: String, value: UInt64, limit: UInt64)
    /// The bytes end before what they announce.
    case truncated
    /// Bytes stand after the end.
    case trailingData
    /// Lengths that contradict each other, or the padding.
    case length
    /// Something out of its one canonical order or form.
    case notCanonical(String)
    /// A public key, or a point in its place, that anybody could have made.
    case weakKey
    /// The signature is not that of the key over these bytes.
    case signature
    /// None of the keys at hand opens these bytes.
    case noStanzaForMe
    /// The bundle key is not the one that the sender committed to.
    case commitment
    /// A sealed piece was altered, moved, or sealed with another key.
    case badTag
    /// The body is not the one that the sender signed.
    case digest
    /// Costs of the passphrase outside their bounds.
    case kdfParameters
    /// Not the passphrase of this keyring.
    case passphrase
    /// Words that are no passphrase: none, or too many.
    case unusablePassphrase
    /// A word that is not on the list, by its line and place from 1.
    case unknownWord(line: Int, word: Int)
    /// A line of a recovery kit whose checksum is wrong, counted from 1.
    case checksum(line: Int)
    /// No line of the recovery kit belongs to this landlord.
    case otherLandlord
    /// The cryptographic library refused sound arguments.
    case library
}

extension SealFailure {
    init(_ failure: FormatFailure) {
        self =
            switch failure {
            case .truncated: .truncated
            case .trailingData: .trailingData
            case .badMagic: .badMagic
            case .unsupportedVersion(let version): .unsupportedVersion(UInt64(version))
            case .unknownKind(let kind): .unknownKind(UInt64(kind))
            case .limit(let what, let value, let limit):
                .limit(what: what, value: value, limit: limit)
            case .badNumber: .notCanonical("a number")
            case .badText: .notCanonical("a text")
            case .badCompression: .notCanonical("a compressed part")
            case .notCanonical(let what): .notCanonical(what)
            case .digestMismatch: .digest
            }
    }

    /// The name of the failure, the same in every reader.
    package var name: String {
        switch self {
        case .tooShort: "too-short"
        case .badMagic: "bad-magic"
        case .unsupportedVersion: "unsupported-version"
        case .unknownKind: "unknown-kind"
        case .limit: "limit"
        case .truncated: "truncated"
        case .trailingData: "trailing-data"
        case .length: "length"
        case .notCanonical: "not-canonical"
        case .weakKey: "weak-key"
        case .signature: "signature"
        case .noStanzaForMe: "no-stanza-for-me"
        case .commitment: "commitment"
        case .badTag: "bad-tag"
        case .digest: "digest"
        case .kdfParameters: "kdf-parameters"
        case .passphrase: "passphrase"
        case .unusablePassphrase: "unusable-passphrase"
        case .unknownWord: "unknown-word"
        case .checksum: "checksum"
        case .otherLandlord: "other-landlord"
        case .library: "library"
        }
    }
}

extension SealFailure {
    /// Runs a reader of bytes and gives its failures the names of this floor.
    package static func naming<T>(
        _ read: () throws(FormatFailure) -> T
    ) throws(SealFailure) -> T {
        do throws(FormatFailure) { return try read() } catch { throw SealFailure(error) }
    }
}
