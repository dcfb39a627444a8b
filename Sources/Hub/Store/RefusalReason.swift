import Statistics

/// Why the hub refused a statement.
package enum RefusalReason: Error, Hashable, CustomStringConvertible {
    case badOrigin
    case unreadable(SentStatementFailure)
    case unknownProgramme(code: String)
    case unexpectedLandlord(code: String, programme: String)
    case wrongSender(landlord: String, sender: String)
    case cutoffInTheFuture(day: Int, received: Int)
    case conflictingVersion(Int)
    case tokensNotAllowed(landlord: String)
    case tokensOfOtherPeriod(String)
    case tokensWithoutStatement(version: Int)
    case tokensDoNotMatch(version: Int)
    case olderVersion(Int, latest: Int)

    package var description: String {
        switch self {
        case .badOrigin:
            "The origin is not one line of 1 to \(HubStore.longestOrigin) bytes of visible text: "
                + "rename where the statement comes from."
        case .unreadable(let failure): failure.description
        case .unknownProgramme(let code):
            "Programme '\(code)' is not declared here: declare it, or correct the sender."
        case .unexpectedLandlord(let code, let programme):
            "Landlord '\(code)' is not expected in programme '\(programme)': "
                + "declare it, or correct the sender."
        case .wrongSender(let landlord, let sender):
            "The statement is for landlord '\(landlord)' but came from landlord '\(sender)': "
                + "each landlord sends its own."
        case .cutoffInTheFuture(let day, let received):
            "The cutoff day \(day) is after the day of reception \(received): "
                + "correct the sender's clock and send the statement again."
        case .conflictingVersion(let version):
            "Version \(version) is here with another content, which stays: "
                + "send the new content under a higher version."
        case .tokensNotAllowed(let landlord):
            "The region's policy does not take tokens of landlord '\(landlord)': send none."
        case .tokensOfOtherPeriod:
            "The tokens are not of the period that the region's policy names: "
                + "synchronise, and send the statement again."
        case .tokensWithoutStatement(let version):
            "The statement of version \(version), to which the tokens belong, is not here: "
                + "send both again."
        case .tokensDoNotMatch(let version):
            "The tokens do not account for every person of the statement of version \(version): "
                + "send both again."
        case .olderVersion(let version, let latest):
            "Version \(version) comes after version \(latest), which stays: "
                + "nothing to do if it was late, else correct the sender's clock."
        }
    }
}
