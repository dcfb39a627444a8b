/// A value that the test itself makes and that must be there.
struct Missing: Error {}

func unwrap<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
}

/// The failure of some work, nil where it succeeds.
func failure<Failure: Error>(_ work: () throws(Failure) -> Void) -> Failure? {
    do throws(Failure) {
        try work()
        return nil
    } catch { return error }
}

func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
}
