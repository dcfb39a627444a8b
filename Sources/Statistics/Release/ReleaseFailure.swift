/// Why there is no release; the one before it stands.
package enum ReleaseFailure: Error, Hashable, CustomStringConvertible {
    case tooFewLandlords(Int, fewest: Int)
    case dominantLandlord(largestShare: Int)
    case landlordTwice(code: String)
    case programmes
    case notLater(than: UTCDay)
    case statementAfterCutoff(code: String)
    case otherCatalogue(code: String, version: Int)
    case lowThreshold(code: String)
    case counts(CountsFailure)

    package var description: String {
        switch self {
        case .tooFewLandlords(let count, let fewest):
            "\(count) landlords sent persons and \(fewest) are needed: with fewer, one of them could "
                + "take its own away and read the other's."
        case .dominantLandlord(let share):
            "One landlord counts more than \(share) % of the persons: a release would be nearly its "
                + "own figures."
        case .landlordTwice(let code): "Landlord '\(code)' comes twice: give its latest statement."
        case .programmes: "The statements are of several programmes: make a release for each."
        case .notLater(let day):
            "The cutoff is not after \(day.isoText), that of the last release: nothing is made twice."
        case .statementAfterCutoff(let code):
            "The statement of landlord '\(code)' is of a day after the cutoff."
        case .otherCatalogue(let code, let version):
            "The statement of landlord '\(code)' is of catalogue \(version), not the policy's: "
                + "upgrade it."
        case .lowThreshold(let code):
            "The statement of landlord '\(code)' was made with a threshold below the policy's: "
                + "make it again under the policy."
        case .counts(let failure): failure.description
        }
    }
}
