import Statistics

/// Days after an invented first one.
enum InventedDay {
    static func of(_ number: Int) throws -> UTCDay {
        guard let day = UTCDay(number: 20_500 + number) else {
            throw BenchFailure.wrongWork("no such day")
        }
        return day
    }
}
