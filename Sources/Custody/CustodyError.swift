import Membership
import Sealing

/// Why something about keys or membership was refused: a code for programs, a sentence for people.
package struct CustodyError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// There is no keyring beside the store.
        case notEnrolled = "not-enrolled"
        /// A keyring stands where one was to be made.
        case exists = "exists"
        /// The passphrase is not that of the keyring, or there is none.
        case passphrase = "passphrase"
        /// The keys were open, and locked themselves.
        case locked = "locked"
        /// The membership refuses: the message names why.
        case membership = "membership"
        /// Bytes are refused: the message names why.
        case sealed = "sealed"
        /// Only the administrator's device may do this.
        case notAdministrator = "not-administrator"
        /// This device was revoked.
        case revoked = "revoked"
        /// There is no such device or bundle.
        case notFound = "not-found"
        /// What came of the region, or goes to another landlord, is refused: the message names why.
        case region = "region"
        /// The file beside the store cannot be used.
        case damaged = "custody-damaged"
    }

    package let code: Code
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    init(_ failure: MembershipFailure) {
        self.init(.membership, "\(failure.description) [\(failure.name)]")
    }

    init(_ failure: SealFailure) {
        let code: Code = failure == .passphrase ? .passphrase : .sealed
        self.init(code, "\(failure.description) [\(failure.name)]")
    }

    /// Gives the failures of the floors below their code.
    package static func naming<T>(_ work: () throws -> T) throws -> T {
        do {
            return try work()
        } catch let failure as MembershipFailure {
            throw CustodyError(failure)
        } catch let failure as SealFailure {
            throw CustodyError(failure)
        }
    }
}

extension CustodyError: CustomStringConvertible {
    package var description: String { "\(message) [\(code.rawValue)]" }
}
