import HubWire
import Records

/// What was carried from or to one folder: it is not carried again, also where somebody took it away.
struct Carried {
    private let place: RecordID?
    private let store: HubStore
    private var known: Set<ContentHash>
    private var news: [ContentHash] = []

    /// Nothing is known of a folder that may not be written, and so bears no name.
    init(at place: RecordID?, _ store: HubStore) throws {
        self.place = place
        self.store = store
        known = try place.map { try store.carried(at: $0) } ?? []
    }

    func contains(_ hash: ContentHash) -> Bool { known.contains(hash) }

    mutating func note(_ hash: ContentHash) {
        if known.insert(hash).inserted { news.append(hash) }
    }

    func keep() throws {
        if let place { try store.noteCarried(news, at: place) }
    }
}
