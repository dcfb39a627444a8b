import Glibc
import Seams

/// The clock of this machine.
package struct SystemClock: WallClock {
    package init() {}

    package func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let milliseconds = Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
        return UInt64(clamping: milliseconds)
    }
}
