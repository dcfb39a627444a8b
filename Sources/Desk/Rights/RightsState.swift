import Tenancy

/// Whether orders to erase are given on this laptop, and how far those that were given are.
struct RightsState: Sendable {
    let isAdministrator: Bool
    let certificates: [ErasureCertificate]
}
