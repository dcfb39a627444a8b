/// What a file says of the QPV that its address lies in: an answer for each list.
///
/// The lists overlap by their codes: the last letter of a code of 2024 says how the neighbourhood
/// relates to the list before. « I » is the one of 2015 unchanged, so who is in it was in one then;
/// « N » is new, so who is in it was in none; « M » was redrawn, and says nothing of an address.
package struct NeighbourhoodRecord: Hashable, Sendable {
    private let communeCode: String?
    private let code: String?
    private let codeOf2015: String?

    /// Takes the codes of a file; one of 2015 that stands in the place of the current one counts as such.
    package init(communeCode: String?, code: String?, codeOf2015: String?) {
        self.communeCode = communeCode
        self.code = code
        self.codeOf2015 =
            codeOf2015 ?? code.flatMap { NeighbourhoodAnswer.isCodeOf2015($0) ? $0 : nil }
    }

    package func answer(_ list: NeighbourhoodList) -> NeighbourhoodAnswer {
        switch list {
        case .of2015: answerOf2015
        case .of2024:
            PlaceCodes.neighbourhood(qpvCode: code, communeCode: communeCode).first
                .flatMap(NeighbourhoodAnswer.init(rawValue:)) ?? .toCheck
        }
    }

    private var answerOf2015: NeighbourhoodAnswer {
        if let codeOf2015 {
            if codeOf2015 == NeighbourhoodAnswer.outsideWord { return .outside }
            return NeighbourhoodAnswer.isCodeOf2015(codeOf2015) ? .inside : .toCheck
        }
        switch code.flatMap(PriorityNeighbourhoods.find)?.filiation {
        case .identical: return .inside
        case .new: return .outside
        case .modified, nil: return .toCheck
        }
    }
}
