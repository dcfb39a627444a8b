/// What a bilan tells of one expected landlord.
package struct BilanLine: Sendable, Equatable {
    package let landlord: Landlord
    package let state: State

    /// Whether there is something to count.
    package enum State: Sendable, Equatable {
        case received(Receipt)
        /// The only statement is later than the day of the bilan: it says nothing of that day.
        case postdated(UTCDay)
        case neverReceived
    }

    /// A statement that is counted: where it comes from, and what may be seen of it.
    package struct Receipt: Sendable, Equatable {
        package let cutoff: UTCDay
        package let version: Int
        package let unknownIndicators: Int
        package let ageDays: Int
        package let figures: LandlordFigures
    }

    package var receipt: Receipt? {
        guard case .received(let receipt) = state else { return nil }
        return receipt
    }

    /// The day that the statement is of, even where it is not counted.
    package var cutoff: UTCDay? {
        guard case .postdated(let cutoff) = state else { return receipt?.cutoff }
        return cutoff
    }

    package var figures: LandlordFigures? { receipt?.figures }

    package var ageDays: Int? { receipt?.ageDays }

    package var isFresh: Bool { ageDays == 0 }
}
