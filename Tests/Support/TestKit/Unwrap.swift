/// A value that the test itself makes and that must be there.
package struct Missing: Error {}

package func unwrap<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
}

/// The failure of some work, nil where it succeeds.
package func failure<Failure: Error>(_ work: () throws(Failure) -> Void) -> Failure? {
    do throws(Failure) {
        try work()
        return nil
    } catch { return error }
}
