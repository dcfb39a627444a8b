import ArgumentParser
import Custody
import HTTPExchange
import HubWire
import ReplicaStore
import Seams
import Statistics
import Tenancy

/// What a failure says to a person and to a script.
struct FailureText {
    let line: String
    let exitCode: ExitCode

    init(_ error: any Error) {
        switch error {
        case let error as ReplicaError:
            self.init(error.description, Self.code(of: error))
        case let error as TenancyError:
            self.init(error.description, error.code == .notFound ? .notFound : .badData)
        case let error as CustodyError:
            self.init(error.description, Self.code(of: error))
        case let error as ImportFailure:
            self.init(error.description, .badData)
        case let error as NameFailure:
            self.init(error.description, .badData)
        case let error as StatementFailure:
            self.init(error.description, .badData)
        case let error as DetailedStatementFailure:
            self.init(error.description, .badData)
        case let error as ManifestFailure:
            self.init(error.description, .badData)
        case let error as DiskFailure:
            self.init(error.description, Self.code(of: error))
        case let failure as HubRoadFailure:
            self.init(failure.description, Self.code(of: failure))
        default:
            self.init("\(error)", .failure)
        }
    }

    private init(_ line: String, _ exitCode: ExitCode) {
        self.line = line
        self.exitCode = exitCode
    }

    private static func code(of error: ReplicaError) -> ExitCode {
        switch error.code {
        case .missing, .notFound: .notFound
        case .exists: .exists
        case .busy: .busy
        case .diskFull, .diskFailed, .damaged: .disk
        case .readOnly: .noPermission
        case .networkFileSystem: .noPermission
        default: .badData
        }
    }

    private static func code(of error: CustodyError) -> ExitCode {
        switch error.code {
        case .notEnrolled, .notFound: .notFound
        case .passphrase, .locked, .notAdministrator, .revoked: .noPermission
        case .exists: .exists
        case .membership, .sealed, .region, .damaged: .badData
        }
    }

    private static func code(of failure: HubRoadFailure) -> ExitCode {
        switch failure {
        case .unreachable: .unreachable
        case .refused(let refusal):
            [.tooMany, .diskFull, .failed].contains(refusal.code) ? .busy : .noPermission
        case .otherHub, .unknownHub, .untrustedCertificate: .noPermission
        case .badAuthority: .notFound
        case .badAddress, .oldState, .otherBytes, .badListing, .badAnswer: .badData
        }
    }

    private static func code(of failure: DiskFailure) -> ExitCode {
        switch failure {
        case .noFolder, .notAFile: .notFound
        case .tooLarge: .badData
        case .noPermission: .noPermission
        case .full, .system: .disk
        }
    }
}

extension ExitCode {
    /// Done, and something is left for somebody to look at.
    static let attention = ExitCode(3)
    /// The data is refused (sysexits EX_DATAERR).
    static let badData = ExitCode(65)
    /// There is no such store, file or row (EX_NOINPUT).
    static let notFound = ExitCode(66)
    /// Nobody answers at the other end (EX_UNAVAILABLE).
    static let unreachable = ExitCode(69)
    /// Another process uses the store (EX_TEMPFAIL).
    static let busy = ExitCode(75)
    /// Something stands where a store was to be made (EX_CANTCREAT).
    static let exists = ExitCode(73)
    /// The disk is full, failing, or the store damaged (EX_IOERR).
    static let disk = ExitCode(74)
    /// The place may not be used, or not by this device or passphrase (EX_NOPERM).
    static let noPermission = ExitCode(77)
}
