/// Whether an address lies in a QPV of one list.
package enum NeighbourhoodAnswer: String, CaseIterable, Hashable, Sendable {
    case inside
    case outside
    /// Nobody knows yet: « à vérifier ».
    case toCheck = "to_check"

    /// What an agent who looked writes in the place of a code where the address lies in no QPV.
    package static let outsideWord = "HORS"

    /// Whether a text has the form of a code of the list of 2015, « QP059001 ».
    ///
    /// That list is not here: the form is all that can be checked.
    package static func isCodeOf2015(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst(2)
        return text.hasPrefix("QP") && digits.count == 6
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
