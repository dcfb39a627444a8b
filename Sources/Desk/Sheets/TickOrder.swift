import Records
import Tenancy

/// What a button of a list asks for: whom, what, and what the list showed of them.
struct TickOrder {
    enum Action: String {
        case present
        case signed = "signe"
        case excused = "excuse"
        case absent
        case undo = "annuler"

        /// The mark that it makes; none where it takes one back.
        var mark: AttendanceMark? {
            switch self {
            case .present: AttendanceMark(.seen, .typed)
            case .signed: AttendanceMark(.seen, .signed)
            case .excused: AttendanceMark(.excused, .typed)
            case .absent: AttendanceMark(.noshow, .typed)
            case .undo: nil
            }
        }
    }

    /// What stands for nothing said.
    private static let nothing = "rien"

    let tenant: RecordID
    let action: Action
    let shown: AttendanceMark?

    /// The value of a button.
    static func text(_ handle: String, _ action: Action, over shown: AttendanceMark?) -> String {
        let state = shown?.code.replacing("/", with: "-") ?? nothing
        return "\(handle).\(action.rawValue).\(state)"
    }

    init(_ text: String?, _ visit: DeskVisit) throws(DeskRefusal) {
        let parts = (text ?? "").split(separator: ".").map(String.init)
        guard parts.count == 3, let action = Action(rawValue: parts[1]) else { throw .form }
        tenant = try visit.id(parts[0], .tenant)
        self.action = action
        let code = parts[2].replacing("-", with: "/")
        shown = AttendanceMark(code: code)
        guard shown != nil || parts[2] == Self.nothing else { throw .form }
    }
}
