/// How often a device, a landlord and an address may ask, in requests a second.
package struct HubRates: Sendable {
    let device: Double
    let landlord: Double
    let address: Double
    /// So many seconds' worth may come at once.
    let burst: Double

    package init(
        device: Double = 50,
        landlord: Double = 200,
        address: Double = 400,
        burst: Double = 10
    ) {
        self.device = device
        self.landlord = landlord
        self.address = address
        self.burst = burst
    }
}
