/// Why a visitor gets a message instead of a page.
enum PageRefusal: Error {
    case missing
    case method
    case form
    case role
    case future
    case tooLarge
    case printer
    case noProgramme
    case failed

    var status: Int {
        switch self {
        case .missing, .noProgramme: 404
        case .method: 405
        case .form, .role: 403
        case .future: 422
        case .tooLarge: 413
        case .printer: 501
        case .failed: 500
        }
    }

    /// The name of the title's words.
    var title: String {
        switch self {
        case .missing: "messageMissing"
        case .noProgramme: "messageEmpty"
        case .failed: "messageFailed"
        default: "messageRefused"
        }
    }

    /// The name of the words that explain it.
    var text: String {
        switch self {
        case .missing: "messageMissingText"
        case .noProgramme: "messageEmptyText"
        case .method, .form, .tooLarge: "messageForm"
        case .role: "messageRole"
        case .future: "messageFuture"
        case .printer: "messagePdf"
        case .failed: "messageFailedText"
        }
    }
}
