import Statistics

extension HubStore {
    /// The expected landlords of all programmes without a statement of a day.
    package func silent(on day: Int) throws -> [SilentLandlord] {
        try programmes().flatMap { programme in
            try bilan(programme: programme.code, asOf: day).lines.filter { !$0.isFresh }.map {
                SilentLandlord(
                    programme: programme.code,
                    landlord: $0.landlord,
                    ageDays: $0.ageDays
                )
            }
        }
    }
}
