import Seams

/// The limiters of one hub.
struct HubLimiters: Sendable {
    let device: RateLimiter
    let landlord: RateLimiter
    let address: RateLimiter

    init(_ rates: HubRates, _ clock: any WallClock) {
        func limiter(_ rate: Double) -> RateLimiter {
            RateLimiter(perSecond: rate, burst: rate * rates.burst, clock)
        }
        device = limiter(rates.device)
        landlord = limiter(rates.landlord)
        address = limiter(rates.address)
    }
}
