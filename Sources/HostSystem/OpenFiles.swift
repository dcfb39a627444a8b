import Glibc

/// How many files and connections this process may have open at once.
public enum OpenFiles {
    /// Asks the system for as many as it gives this process; how many it gave.
    public static func raiseLimit() -> Int {
        var limit = rlimit()
        let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(files, &limit) == 0 else { return 1_024 }
        let given = limit.rlim_cur
        limit.rlim_cur = limit.rlim_max
        return Int(clamping: setrlimit(files, &limit) == 0 ? limit.rlim_cur : given)
    }
}
