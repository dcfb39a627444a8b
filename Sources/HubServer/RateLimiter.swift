import Seams
import Synchronization

/// Lets so many requests a second through for each name, and so many at once.
final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var at: UInt64
    }

    /// So many names are remembered; then those that have rested are forgotten.
    private static let most = 100_000

    private let perSecond: Double
    private let burst: Double
    private let clock: any WallClock
    private let buckets = Mutex<[String: Bucket]>([:])

    init(perSecond: Double, burst: Double, _ clock: any WallClock) {
        self.perSecond = perSecond
        self.burst = burst
        self.clock = clock
    }

    func admits(_ name: String) -> Bool {
        let now = clock.now()
        return buckets.withLock { buckets in
            if buckets.count >= Self.most {
                buckets = buckets.filter { refilled($0.value, now).tokens < burst }
                // Whoever comes with that many names waits for the others to rest.
                guard buckets.count < Self.most else { return false }
            }
            var bucket = refilled(buckets[name] ?? Bucket(tokens: burst, at: now), now)
            defer { buckets[name] = bucket }
            guard bucket.tokens >= 1 else { return false }
            bucket.tokens -= 1
            return true
        }
    }

    private func refilled(_ bucket: Bucket, _ now: UInt64) -> Bucket {
        // A clock that was set back refills nothing.
        let passed = now > bucket.at ? Double(now - bucket.at) / 1_000 : 0
        return Bucket(tokens: min(burst, bucket.tokens + passed * perSecond), at: now)
    }
}
