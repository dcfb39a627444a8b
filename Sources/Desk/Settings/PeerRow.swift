/// Another laptop, as a page tells of it.
struct PeerRow {
    let name: String
    let heard: String
    let lacks: String

    init(_ peer: ExchangeState.Peer, _ language: DeskLanguage) {
        name = [peer.agent, peer.label].filter { !$0.isEmpty }.joined(separator: ", ")
        heard =
            peer.heardAt.map { language.word("heardAt", ["quand": language.moment($0)]) }
            ?? language.word("neverHeard")
        lacks =
            peer.lacks == 0
            ? language.word("lacksNothing") : language.count(Int(clamping: peer.lacks), "lacks")
    }
}
