import HubStorage
import HubWire
import Membership
import ReplicaStore
import Sealing
import Seams
import Statistics

extension HubOutcome {
    /// Says a failure in one sentence, with the exit code that Docs/cli.md gives it.
    init(_ error: any Error) {
        let (message, code): (String, Int32) =
            switch error {
            case let failure as HubFailure: (failure.description, failure.exitCode)
            case let failure as StorageFailure: (failure.description, failure.exitCode)
            case let failure as AccountFailure: (failure.description, failure.exitCode)
            case let failure as DiskFailure: (failure.description, failure.exitCode)
            case let failure as NameFailure: (failure.description, 65)
            case let failure as PolicyFailure: (failure.description, 65)
            case let failure as ReplicaError: (failure.message, 74)
            case let refusal as HubRefusal where refusal.code == .diskFull:
                ("the hub's disk is full: free some room and start again [disk-full]", 74)
            default: ("\(error)", 70)
            }
        self = .refused(message: message, exitCode: code)
    }
}

extension HubFailure {
    package var exitCode: Int32 {
        switch self {
        case .fileMissing, .unknownProgramme, .backupMissing, .noNight, .noRelease, .notFrozen:
            66
        case .fileExists, .backupExists: 73
        case .notDurable: 74
        default: 65
        }
    }
}

extension StorageFailure {
    package var exitCode: Int32 {
        switch self {
        case .busy: 75
        case .notDurable: 74
        default: 65
        }
    }
}

extension DiskFailure {
    package var exitCode: Int32 {
        switch self {
        case .noFolder, .notAFile: 66
        case .tooLarge: 65
        case .noPermission: 77
        case .full, .system: 74
        }
    }
}
