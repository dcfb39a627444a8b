/// What bytes are signed, hashed or sealed for, so that none can stand in the place of another.
package enum Domain: String, Sendable {
    case bundleSignature = "passerelle/1/bundle-signature"
    case bundleChain = "passerelle/1/bundle-chain"
    case bundlePrologue = "passerelle/1/bundle-prologue"
    case bundleKey = "passerelle/1/bundle-key"
    case bundleCommitment = "passerelle/1/bundle-commitment"
    case bundlePayload = "passerelle/1/bundle-payload"
    case keyName = "passerelle/1/key-name"
    case fingerprint = "passerelle/1/fingerprint"
    case recoveryLine = "passerelle/1/recovery-line"
    case recoveryKit = "passerelle/1/recovery-kit"
    case recoveryReceive = "passerelle/1/recovery-receive"
    case recoverySigning = "passerelle/1/recovery-signing"
    case membershipEntry = "passerelle/1/membership-entry"
    case membershipChain = "passerelle/1/membership-chain"
    case receiveKeys = "passerelle/1/receive-keys"
    case request = "passerelle/1/request"
    case invitation = "passerelle/1/invitation"
    case invitationKey = "passerelle/1/invitation-key"
    case enrolmentCode = "passerelle/1/enrolment-code"
    case hubRequest = "passerelle/1/hub-request"
    case hubAnswer = "passerelle/1/hub-answer"
    case hubName = "passerelle/1/hub-name"
    case hubReport = "passerelle/1/hub-report"
    case hubRelease = "passerelle/1/hub-release"
    case hubBackup = "passerelle/1/hub-backup"
    case hubPolicy = "passerelle/1/hub-policy"
    case letter = "passerelle/1/letter"
    case letterKey = "passerelle/1/letter-key"

    /// The name and a zero byte: no name is the beginning of another.
    package var bytes: [UInt8] { Array(rawValue.utf8) + [0] }
}
