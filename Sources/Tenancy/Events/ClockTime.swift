/// An hour and a minute as written on a poster: « 09:30 ».
package struct ClockTime: Hashable, Sendable {
    package let hour: Int
    package let minute: Int

    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
            let hour = Ascii.number(bytes[0..<2]), let minute = Ascii.number(bytes[3..<5]),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        self.hour = hour
        self.minute = minute
    }
}
