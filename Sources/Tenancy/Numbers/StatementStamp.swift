import Statistics

/// When a statement is made: its day in France, and its version.
struct StatementStamp {
    /// 1 January 2020, from which the versions of statements are counted in seconds: they grow with
    /// time on every laptop of the landlord without any count being kept, and fit until 2051.
    private static let versionEpoch: UInt64 = 1_577_836_800_000

    let day: CalendarDay
    let cutoff: UTCDay
    let version: Int

    init(day: CalendarDay, cutoff: UTCDay, version: Int) {
        self.day = day
        self.cutoff = cutoff
        self.version = version
    }

    init(_ moment: UInt64) throws {
        guard let day = FrenchTime.day(of: moment),
            let cutoff = UTCDay(number: day.daysSinceEpoch), moment > Self.versionEpoch
        else {
            throw TenancyError(.badValue, "the clock shows a day before 2020: set it and try again")
        }
        self.day = day
        self.cutoff = cutoff
        version = Int(clamping: (moment - Self.versionEpoch) / 1_000)
    }
}
