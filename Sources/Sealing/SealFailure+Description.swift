extension SealFailure: CustomStringConvertible {
    /// The failure and its remedy, in English.
    package var description: String {
        switch self {
        case .tooShort: "the file is too short: copy it again"
        case .badMagic: "this is no file of this kind"
        case .unsupportedVersion(let version):
            "the file is of format \(version), newer than this software: update it"
        case .unknownKind(let kind): "the file is of unknown kind \(kind): update the software"
        case .limit(let what, let value, let limit):
            "the file announces \(value) for \(what), more than \(limit)"
        case .truncated: "the file is cut short: copy it again"
        case .trailingData: "bytes stand after the end of the file: copy it again"
        case .length: "the file holds lengths that contradict each other"
        case .notCanonical(let what): "the file holds \(what) out of its canonical form"
        case .weakKey: "the file holds a public key that protects nothing"
        case .signature: "the file is not signed by the device that it names"
        case .noStanzaForMe: "the file was not sealed for this device, or its key is destroyed"
        case .commitment, .badTag, .digest:
            "the file was altered: delete it, then sync on the device that sent it"
        case .kdfParameters: "the keyring asks for more or less work than is allowed"
        case .passphrase: "this is not the passphrase of the keyring"
        case .unusablePassphrase: "the passphrase is empty or too long"
        case .unknownWord(let line, let word):
            "line \(line), word \(word) is not on the list: read it again"
        case .checksum(let line): "line \(line) of the kit is not as it was printed: read it again"
        case .otherLandlord: "this is the kit of another landlord"
        case .library: "the cryptographic library failed"
        }
    }
}
