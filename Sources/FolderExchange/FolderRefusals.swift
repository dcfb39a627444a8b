import BundleFormat
import Exchange
import Sealing
import Seams

/// What lies in a folder and was not taken: the first by name, the others counted.
struct FolderRefusals {
    /// The most files that are named.
    private static let mostNamed = 100

    /// What is said of the folder as a whole.
    private let notices: [RefusedBundle]
    private var named: [RefusedBundle] = []
    private var others = 0

    init(_ survey: FolderSurvey) {
        notices = Self.notices(of: survey)
        for name in survey.irregular {
            refuse(name, "this is no regular file, and was not opened", "not-regular")
        }
    }

    var all: [RefusedBundle] {
        var all = notices + named
        if others > 0 {
            all.append(
                RefusedBundle(
                    token: "\(others) more",
                    reason: "they were refused as well: empty the folder of what is no bundle "
                        + "[more-refusals]"
                )
            )
        }
        return all
    }

    mutating func refuse(_ name: String, _ failure: FormatFailure) {
        let code = failure == .truncated ? "unfinished" : "bad-bundle"
        refuse(name, failure.description, code)
    }

    mutating func refuse(_ name: String, _ failure: SealFailure) {
        refuse(name, failure.description, failure == .truncated ? "unfinished" : failure.name)
    }

    mutating func refuse(_ name: String, _ failure: DiskFailure) {
        let code =
            switch failure {
            case .tooLarge: "oversize"
            case .notAFile: "not-regular"
            default: "unreadable"
            }
        refuse(name, failure.description, code)
    }

    private mutating func refuse(_ name: String, _ reason: String, _ code: String) {
        guard named.count < Self.mostNamed else {
            others += 1
            return
        }
        named.append(RefusedBundle(token: name.escaped, reason: "\(reason) [\(code)]"))
    }

    private static func notices(of survey: FolderSurvey) -> [RefusedBundle] {
        var notices: [RefusedBundle] = []
        if survey.isPartial {
            notices.append(
                RefusedBundle(
                    token: "the folder",
                    reason: "it holds more than the \(FolderMailbox.maximumFiles) files that are "
                        + "looked at: empty it of what is no bundle [too-many-files]"
                )
            )
        }
        if survey.unreadable > 0 {
            notices.append(
                RefusedBundle(
                    token: "\(survey.unreadable) names",
                    reason: "they are no UTF-8 text and were not opened: rename the files "
                        + "[bad-name]"
                )
            )
        }
        return notices
    }
}
