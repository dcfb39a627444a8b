import ReplicaStore

extension LandlordStore {
    /// The moment that a write would carry now, in milliseconds since 1970.
    package func currentMoment() throws -> UInt64 { try replica.write(\.milliseconds) }

    /// The day in France now.
    package func currentDay() throws -> CalendarDay { try replica.write { try $0.today() } }
}
