import Membership
import ReplicaStore
import Sealing
import Seams

/// Letters between the administrators of two landlords.
///
/// The hub passes on by which keys an administrator is known, and could pass on its own. So nothing is
/// sealed to an administrator, nor believed of one, before people have compared six words.
extension DeviceCustody {
    /// The six words by which the administrators of other landlords know this device.
    package var words: SpokenCode { identity.verifyingKey.fingerprint }

    /// Notes that the words somebody told are those of a landlord's administrator.
    package func compare(
        _ card: AdministratorCard,
        of landlord: String,
        told words: String
    ) throws {
        try requireAdministrator()
        guard card.words.matches(words) else {
            throw CustodyError(
                .region,
                "these are not the six words of \(landlord)’s administrator as the hub passed them "
                    + "on: ask again, and tell the hub's operator where they differ [code-mismatch]"
            )
        }
        try ledger.noteCompared(landlord, card.identity, at: now)
    }

    /// Whether people have compared this very administrator's words.
    package func isCompared(_ card: AdministratorCard, of landlord: String) throws -> Bool {
        try ledger.compared(landlord) == card.identity
    }

    /// Seals something to a landlord's administrator.
    package func seal(
        _ content: [UInt8],
        for purpose: SealedLetter.Purpose,
        about subject: String,
        to card: AdministratorCard,
        of landlord: String
    ) throws -> SealedLetter {
        try requireAdministrator()
        guard try isCompared(card, of: landlord) else { throw Self.notCompared(landlord) }
        guard let recipient = card.receiveKey(for: Month(milliseconds: now)) else {
            throw CustodyError(.region, "\(landlord)’s administrator has no key [no-key]")
        }
        return try CustodyError.naming {
            try SealedLetter(
                content,
                for: purpose,
                about: subject,
                to: recipient,
                signedBy: identity,
                entropy: environment.entropy
            )
        }
    }

    /// Opens what a landlord's administrator sealed to this device.
    package func open(
        _ letter: SealedLetter,
        for purpose: SealedLetter.Purpose,
        from landlord: String
    ) throws -> [UInt8] {
        guard letter.purpose == purpose else {
            throw CustodyError(.region, "the letter is for something else [other-purpose]")
        }
        guard let sender = try ledger.compared(landlord) else { throw Self.notCompared(landlord) }
        guard letter.signer == sender else {
            throw CustodyError(
                .region,
                "the letter is not signed by \(landlord)’s administrator whose words were compared: "
                    + "compare again if it is another person now [other-administrator]"
            )
        }
        return try CustodyError.naming { try letter.open(with: keyring.openingKeys) }
    }

    private static func notCompared(_ landlord: String) -> CustodyError {
        CustodyError(
            .region,
            "nobody has compared the six words of \(landlord)’s administrator yet: see period-key "
                + "compare [not-compared]"
        )
    }
}
