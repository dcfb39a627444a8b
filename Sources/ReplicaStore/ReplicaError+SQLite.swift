import BundleFormat
import GRDB
import Seams

extension ReplicaError {
    /// The refusal behind an error of SQLite; its message never holds a bound value.
    init(_ error: DatabaseError, at path: String) {
        switch error.resultCode {
        // Without room for the index of the log, SQLite speaks of a fault of the disk.
        case .SQLITE_FULL,
            .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
            self.init(.diskFull, "no room is left at \(path): nothing was written, free some room")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            self.init(.readOnly, "\(path) may not be opened or written: check its permissions")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.busy, "another process is using \(path): close it and try again")
        case .SQLITE_NOTADB:
            self.init(.notAStore, "\(path) is not a Passerelle store")
        case .SQLITE_CORRUPT:
            self.init(.damaged, "\(path) is damaged; it was left untouched: restore a backup")
        case .SQLITE_IOERR:
            self.init(
                .diskFailed,
                "the disk failed at \(path); nothing was acknowledged: try again, and copy the "
                    + "store elsewhere if it goes on"
            )
        default:
            self.init(.statement, "SQLite refused: \(error.message ?? "\(error.resultCode)")")
        }
    }

    init(_ failure: FormatFailure) {
        self.init(.badBundle, failure.description)
    }

    init(_ failure: DiskFailure) {
        let code: Code =
            switch failure {
            case .full: .diskFull
            case .noFolder, .notAFile: .missing
            case .noPermission: .readOnly
            case .tooLarge: .badBundle
            case .system: .diskFailed
            }
        self.init(code, failure.description)
    }

    /// The refusal where a file beside the store could not be made or written.
    init(unwritable failure: DiskFailure) {
        switch failure {
        case .full, .system: self.init(failure)
        default: self.init(.readOnly, failure.description)
        }
    }

    /// Runs `body` and gives errors of SQLite and of the format their code and remedy.
    package static func mapped<Result>(
        at path: String,
        _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw ReplicaError(error, at: path)
        } catch let failure as FormatFailure {
            throw ReplicaError(failure)
        } catch let failure as DiskFailure {
            throw ReplicaError(failure)
        }
    }
}
