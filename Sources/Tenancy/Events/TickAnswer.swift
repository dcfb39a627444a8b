/// What became of a tick that was made on a list which somebody was shown.
package enum TickAnswer: Hashable, Sendable {
    /// It was written, and lasts.
    case written
    /// It was so already, as firmly: nothing was written, and the first time stays.
    case already
    /// Something else stands there than what was shown; nothing was written.
    case changed(AttendanceMark?)
}
