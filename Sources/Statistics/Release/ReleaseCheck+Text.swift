extension ReleaseCheck.Finding: CustomStringConvertible {
    package var description: String {
        switch self {
        case .signature(let release):
            "The manifest of release \(release) is not signed by the hub that is known here: do not "
                + "believe it; after a change of key, synchronise first [signature]"
        case .chainBroken(let release):
            "Release \(release) does not follow the one before it: ask the hub's operator "
                + "[chain-broken]"
        case .forked(let release):
            "Release \(release) was another one when it was looked at here: the hub has rewritten its "
                + "history [forked]"
        case .olderThanSeen(let release):
            "Release \(release) is older than the last one looked at here: ask for the present one "
                + "[older-than-seen]"
        case .gap(let number):
            "Nothing joins this file to release \(number), the last one looked at here: ask for one "
                + "that begins there [gap]"
        case .notSentHere(let version):
            "Version \(version), which went in, was not sent from this device: look from the one that "
                + "sent it [not-sent-here]"
        case .laterWasSent(let version):
            "Version \(version) was sent before this release and did not go in [later-was-sent]"
        case .statement(let finding): finding.description
        }
    }
}

extension ManifestCheck.Finding: CustomStringConvertible {
    package var description: String {
        switch self {
        case .leftOut: "The landlord's statement was left out [left-out]"
        case .otherVersion(let version): "Version \(version) went in instead [other-version]"
        case .otherContent:
            "The statement that went in is not the one that was sent [other-content]"
        case .headline:
            "The headline is not the one of the manifest, or less than the landlord's own [headline]"
        case .volumes: "The volumes are not those of the manifest [volumes]"
        case .tableAltered(let table):
            "The table \(table) is not the one of the manifest [table-altered]"
        case .lessThanOwn(let table):
            "The table \(table) counts fewer than the landlord alone [less-than-own]"
        case .dominant(let table):
            "The landlord is nearly all of a place of the table \(table) [dominant]"
        case .chainBroken: "The release does not follow the one before it [chain-broken]"
        }
    }
}
