/// Why the hub's store could not do what was asked.
package enum HubFailure: Error, Hashable, CustomStringConvertible {
    case fileExists(path: String)
    case fileMissing(path: String)
    case notAHubStore(path: String)
    case laterVersion(path: String)
    case notDurable(path: String)
    case badDay(Int)
    case unknownProgramme(code: String)
    case landlordTwice(code: String)
    case unreadableRow(table: String, key: String)
    case badDate
    case noNight(day: Int)
    case noRelease(programme: String)
    case notFrozen(programme: String, day: Int)
    case freezesTheFuture(day: Int)
    case backupMissing(path: String)
    case backupExists(path: String)
    case backupDamaged(file: String)

    package var description: String {
        switch self {
        case .fileExists(let path): "'\(path)' exists already: open it, or choose another path."
        case .fileMissing(let path): "'\(path)' does not exist: create the store first."
        case .notAHubStore(let path):
            "'\(path)' is not a hub store: it was left as it is; check the path."
        case .laterVersion(let path):
            "'\(path)' was written by a later version: it was left as it is; upgrade this software."
        case .notDurable(let path):
            "'\(path)' cannot be written durably (WAL, synchronous=FULL): "
                + "put the store on a local disk."
        case .badDay(let day):
            "The day \(day) is outside the calendar: give days since 1 January 1970, UTC."
        case .unknownProgramme(let code):
            "Programme '\(code)' is not declared: declare it with its landlords first."
        case .landlordTwice(let code):
            "Landlord '\(code)' is declared twice: declare each landlord once."
        case .noNight(let day):
            "The UTC day \(day) has no report: reconcile it first."
        case .noRelease(let programme):
            "'\(programme)' has no release yet: reconcile a night with statements of three landlords."
        case .notFrozen(let programme, let day):
            "The bilan of '\(programme)' on the UTC day \(day) was not frozen: freeze it first."
        case .freezesTheFuture(let day):
            "The UTC day \(day) is not over yet: freeze a bilan of today or before."
        case .badDate: "A day is written YYYY-MM-DD: correct it."
        case .backupMissing(let path):
            "'\(path)' holds no backup of a hub: name the folder that was written by backup."
        case .backupExists(let path):
            "'\(path)' exists already: choose a path where nothing stands."
        case .backupDamaged(let file):
            "'\(file)' of the backup is not as it was written: take another backup."
        case .unreadableRow(let table, let key):
            "Table '\(table)' holds an unreadable row '\(key)': restore the store from a backup."
        }
    }
}
