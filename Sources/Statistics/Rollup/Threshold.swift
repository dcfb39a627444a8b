/// The fewest persons that a published block may hold.
package enum Threshold {
    /// What holds where the region decides nothing: INSEE's rule for tables on natural persons.
    package static let usual = 11

    /// What no policy may go below.
    package static let lowest = 5

    package static let range = lowest...1_000
}
