/// Why an account could not be changed.
package enum AccountFailure: Error, Hashable, CustomStringConvertible {
    case badName
    case exists
    case unknown
    case shortPassword
    case unusablePassword

    package var description: String {
        switch self {
        case .badName:
            "the name of an account is 1 to \(Account.longestName) of a-z, 0-9, '.', '-' and '_' "
                + "[account-name]"
        case .exists:
            "an account of this name exists: change it with account role or account password "
                + "[account-exists]"
        case .unknown: "no account bears this name: see account list [account-unknown]"
        case .shortPassword:
            "a password has at least \(PasswordHash.shortest) characters: choose a longer one, or "
                + "let one be drawn with --draw [password-short]"
        case .unusablePassword:
            "the password cannot be used: choose words or other visible characters "
                + "[password-unusable]"
        }
    }

    package var exitCode: Int32 {
        switch self {
        case .unknown: 66
        case .exists: 73
        case .badName, .shortPassword, .unusablePassword: 65
        }
    }
}
