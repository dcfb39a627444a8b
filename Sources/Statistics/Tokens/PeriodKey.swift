import Crypto

/// The key under which the landlords of a region make tokens for one period; the hub never has it.
package struct PeriodKey: Sendable, CustomStringConvertible, CustomReflectable {
    package static let length = 32

    /// The name of the period, « 2026 ».
    package let period: String
    let key: SymmetricKey

    /// Takes 32 bytes from whoever keeps the key; nil for another length or a bad name.
    package init?(period: String, bytes: [UInt8]) {
        guard bytes.count == Self.length,
            (try? PublicName.code(period, of: .periodName)) != nil
        else { return nil }
        self.period = period
        key = SymmetricKey(data: bytes)
    }

    package var description: String { "PeriodKey(\(period))" }

    package var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
