import HubWire
import Synchronization

/// The listing of a mailbox in which nothing is new: most synchronisations ask for it and nothing else.
final class IdleListing: Sendable {
    private struct State {
        /// One more with every write: a listing read before one is not kept after it.
        var generation: UInt64 = 0
        var listing: HubListing?
    }

    private let state = Mutex(State())

    /// The listing for somebody who knows all up to a position, if it is known to be empty.
    func listing(since position: UInt64) -> HubListing? {
        state.withLock { $0.listing?.position == position ? $0.listing : nil }
    }

    var generation: UInt64 { state.withLock { $0.generation } }

    /// Keeps an empty listing that was read in a generation, if that one still lasts.
    func keep(_ listing: HubListing, of generation: UInt64) {
        guard listing.events.isEmpty, !listing.hasMore else { return }
        state.withLock { state in
            if state.generation == generation { state.listing = listing }
        }
    }

    func forget() {
        state.withLock { state in
            state.generation += 1
            state.listing = nil
        }
    }
}
