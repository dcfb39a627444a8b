/// The laptops, the exchange, the backup.
struct SettingsPage {
    let peers: [PeerRow]
    let hasPeers: Bool
    let unsent: String
    let folder: String
    let minutes: String

    init(_ visit: DeskVisit, _ state: ExchangeState, folder: String?, minutes: Int) {
        let language = visit.language
        peers = state.peers.map { PeerRow($0, language) }
        hasPeers = !peers.isEmpty
        unsent = language.count(Int(clamping: state.unsent), "unsent")
        self.folder = folder ?? ""
        self.minutes = language.word("lockMinutes", ["n": "\(minutes)"])
    }
}
