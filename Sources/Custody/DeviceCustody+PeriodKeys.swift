import Membership
import ReplicaStore
import Sealing
import Seams

/// The keys under which the landlords of a region make tokens, one for each period.
extension DeviceCustody {
    /// The periods whose key is here.
    package var periods: [String] { keyring.periodKeys.keys.sorted() }

    package func periodKey(_ period: String) -> SecretBytes? { keyring.periodKeys[period] }

    /// Draws the key of a period, once; whether it was drawn just now.
    package func makePeriodKey(_ period: String) throws -> Bool {
        try requireAdministrator()
        guard keyring.periodKeys[period] == nil else { return false }
        let drawn = try CustodyError.naming { try SecretBytes(from: environment.entropy) }
        try keep(drawn, of: period)
        return true
    }

    /// Seals the key of a period to another landlord's administrator.
    package func sealPeriodKey(
        _ period: String,
        to card: AdministratorCard,
        of landlord: String
    ) throws -> SealedLetter {
        guard let key = keyring.periodKeys[period] else {
            throw CustodyError(.notFound, "the key of this period is not here [no-period-key]")
        }
        return try seal(key.bytes, for: .periodKey, about: period, to: card, of: landlord)
    }

    /// Takes the key of a period that its maker sealed to this device; whether it is news.
    ///
    /// - Throws: `CustodyError` where nobody compared the maker's words, it is another's letter, or
    ///   another key of the period is here already.
    package func take(
        periodKey letter: [UInt8],
        of period: String,
        madeBy landlord: String
    ) throws -> Bool {
        let letter = try CustodyError.naming { try SealedLetter(letter) }
        let content = try open(letter, for: .periodKey, from: landlord)
        guard letter.subject == period, let key = SecretBytes(content) else {
            throw CustodyError(.region, "the letter holds no key of this period [other-period]")
        }
        if let known = keyring.periodKeys[period] {
            guard known == key else {
                throw CustodyError(
                    .region,
                    "another key of this period is here already: the region names a new period "
                        + "[period-key-differs]"
                )
            }
            return false
        }
        try keep(key, of: period)
        return true
    }

    /// Keeps a key in the keyring; the oldest periods make room.
    private func keep(_ key: SecretBytes, of period: String) throws {
        try change { keyring in
            keyring.periodKeys[period] = key
            for old in keyring.periodKeys.keys.filter({ $0 != period }).sorted()
            where keyring.periodKeys.count > SealLimits.periodKeys {
                keyring.periodKeys[old] = nil
            }
        }
        try ledger.audit(.periodKey, period, at: now)
    }
}
