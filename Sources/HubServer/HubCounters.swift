import HubWire
import Synchronization

/// What `/metrics` tells: counts, with no label that names anybody.
final class HubCounters: Sendable {
    private struct State {
        var answers: [Int: UInt64] = [:]
        var refusals: [HubFault: UInt64] = [:]
        var bundles: UInt64 = 0
        var bytes: UInt64 = 0
    }

    private let state = Mutex(State())

    var answered: UInt64 { state.withLock { $0.answers.values.reduce(0, +) } }

    func noteAnswer(_ status: Int) { state.withLock { $0.answers[status, default: 0] += 1 } }

    func noteRefusal(_ fault: HubFault) { state.withLock { $0.refusals[fault, default: 0] += 1 } }

    func noteBundle(_ bytes: Int) {
        state.withLock {
            $0.bundles += 1
            $0.bytes += UInt64(bytes)
        }
    }

    /// The counts in the Prometheus text format.
    func text(landlords: Int) -> String {
        let state = state.withLock { $0 }
        var lines = ["# TYPE passerelle_hub_answers_total counter"]
        lines += state.answers.sorted { $0.key < $1.key }.map {
            "passerelle_hub_answers_total{status=\"\($0.key)\"} \($0.value)"
        }
        lines.append("# TYPE passerelle_hub_refusals_total counter")
        lines += state.refusals.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            "passerelle_hub_refusals_total{code=\"\($0.key.rawValue)\"} \($0.value)"
        }
        lines += [
            "# TYPE passerelle_hub_bundles_stored_total counter",
            "passerelle_hub_bundles_stored_total \(state.bundles)",
            "# TYPE passerelle_hub_bundle_bytes_stored_total counter",
            "passerelle_hub_bundle_bytes_stored_total \(state.bytes)",
            "# TYPE passerelle_hub_landlords gauge",
            "passerelle_hub_landlords \(landlords)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
