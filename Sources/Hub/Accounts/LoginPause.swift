/// How long one waits after so many failed logins, in milliseconds.
package enum LoginPause {
    /// From so many failures on, the account or the address is locked out.
    package static let lockOut = 10
    private static let locked: UInt64 = 15 * 60_000
    private static let longest: UInt64 = 24 * 3_600_000

    /// Failures are forgotten when none came for so long.
    package static let memory: UInt64 = 24 * 3_600_000

    /// None for the first two, then 1, 2, 4 … 64 s, then a quarter of an hour, twice that, up to a day.
    package static func after(_ failures: Int) -> UInt64 {
        guard failures > 2 else { return 0 }
        guard failures >= lockOut else { return 1_000 << UInt64(failures - 3) }
        return min(longest, locked << UInt64(min(failures - lockOut, 8)))
    }
}
