import Foundation

/// How much of the campaign to run: PASSERELLE_LAWS=brief for mutants, =whole for a long night.
enum Volume {
    private static let asked = ProcessInfo.processInfo.environment["PASSERELLE_LAWS"]

    static let isWhole = asked == "whole"
    static let isBrief = asked == "brief"

    /// How many random cases each type meets: a million, in brief runs a fiftieth of that.
    static let cases = isBrief ? 20_000 : 1_000_000
}
