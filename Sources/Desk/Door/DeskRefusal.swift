/// Why a visitor gets a message instead of a page.
enum DeskRefusal: Error {
    /// The page or the link is none of this session.
    case missing
    case method
    /// Another site, another user or another name asks.
    case stranger
    case form
    case tooLarge
    case diskFull
    /// The file was erased for good.
    case erased
    /// The person does not want it.
    case opposed
    case failed

    var status: Int {
        switch self {
        case .missing: 404
        case .method: 405
        case .stranger, .form: 403
        case .tooLarge: 413
        case .diskFull: 507
        case .erased: 410
        case .opposed: 409
        case .failed: 500
        }
    }

    /// The name of the title's words.
    var title: String {
        switch self {
        case .missing: "missingTitle"
        case .failed: "failedTitle"
        case .diskFull: "diskFullTitle"
        case .erased: "erasedTitle"
        default: "refusedTitle"
        }
    }

    /// The name of the words that explain it.
    var text: String {
        switch self {
        case .missing: "missingText"
        case .method, .form: "formText"
        case .stranger: "strangerText"
        case .tooLarge: "tooLargeText"
        case .diskFull: "diskFullText"
        case .erased: "erasedText"
        case .opposed: "opposedText"
        case .failed: "failedText"
        }
    }
}
