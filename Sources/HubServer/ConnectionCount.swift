import Synchronization

/// Counts the open connections, all of them and those of each address.
final class ConnectionCount: Sendable {
    private struct State {
        var all = 0
        var byAddress: [String: Int] = [:]
    }

    private let limits: ConnectionLimits
    private let state = Mutex(State())

    init(_ limits: ConnectionLimits) { self.limits = limits }

    var open: Int { state.withLock { $0.all } }

    /// Counts one more; false, and nothing counted, where it is one too many.
    func enter(_ address: String) -> Bool {
        state.withLock { state in
            let own = state.byAddress[address, default: 0]
            guard state.all < limits.connections, own < limits.perAddress ?? Int.max else {
                return false
            }
            state.all += 1
            state.byAddress[address] = own + 1
            return true
        }
    }

    func leave(_ address: String) {
        state.withLock { state in
            state.all -= 1
            let own = state.byAddress[address, default: 1] - 1
            state.byAddress[address] = own > 0 ? own : nil
        }
    }
}
