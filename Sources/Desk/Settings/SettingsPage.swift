/// The laptops, the exchange, the backup.
struct SettingsPage {
    let peers: [PeerRow]
    let hasPeers: Bool
    let unsent: String
    let folder: String
    let minutes: String
    /// The hub that was met last; nil where there is no road to one.
    let hub: String?
    let hasHub: Bool

    init(_ visit: DeskVisit, _ state: ExchangeState, folder: String?, hub: String?, minutes: Int) {
        let language = visit.language
        peers = state.peers.map { PeerRow($0, language) }
        hasPeers = !peers.isEmpty
        unsent = language.count(Int(clamping: state.unsent), "unsent")
        self.folder = folder ?? ""
        self.hub = hub
        hasHub = hub != nil
        self.minutes = language.word("lockMinutes", ["n": "\(minutes)"])
    }
}
