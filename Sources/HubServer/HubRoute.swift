import HubWire
import Records
import Sealing

/// What a path names.
enum HubRoute: Hashable {
    case health
    case metrics
    case description
    case nonces
    case bundles(RecordID)
    case bundle(RecordID, ContentHash)
    case uploads(RecordID)
    case upload(RecordID, ContentHash)
    case members(RecordID)
    case keys(RecordID)
    case keysOf(RecordID, String)

    /// Reads a path in its one form; nil of any other.
    init?(_ path: Substring) {
        switch path {
        case "/health": self = .health
        case "/metrics": self = .metrics
        case "/openapi.json": self = .description
        case "/v1/nonces": self = .nonces
        default:
            let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            guard (4...5).contains(parts.count), parts.starts(with: ["v1", "landlords"]),
                let landlord = RecordID(String(parts[parts.startIndex + 2])),
                landlord.description == parts[parts.startIndex + 2]
            else { return nil }
            self.init(landlord, Array(parts.dropFirst(3)))
        }
    }

    private init?(_ landlord: RecordID, _ rest: [Substring]) {
        let hash = rest.count == 2 ? ContentHash(hex: rest[1]) : nil
        switch (rest[0], rest.count, hash) {
        case ("bundles", 1, _): self = .bundles(landlord)
        case ("bundles", 2, let hash?): self = .bundle(landlord, hash)
        case ("uploads", 1, _): self = .uploads(landlord)
        case ("uploads", 2, let hash?): self = .upload(landlord, hash)
        case ("members", 1, _): self = .members(landlord)
        case ("keys", 1, _): self = .keys(landlord)
        case ("keys", 2, _): self = .keysOf(landlord, String(rest[1]))
        default: return nil
        }
    }

    /// Whose things the path names; nil of what is for everybody.
    var landlord: RecordID? {
        switch self {
        case .health, .metrics, .description, .nonces: nil
        case .bundles(let landlord), .bundle(let landlord, _), .uploads(let landlord),
            .upload(let landlord, _), .members(let landlord), .keys(let landlord),
            .keysOf(let landlord, _):
            landlord
        }
    }

    /// The path without what it names, for the log.
    var name: String {
        switch self {
        case .health: "health"
        case .metrics: "metrics"
        case .description: "openapi"
        case .nonces: "nonces"
        case .bundles: "bundles"
        case .bundle: "bundle"
        case .uploads: "uploads"
        case .upload: "upload"
        case .members: "members"
        case .keys, .keysOf: "keys"
        }
    }
}
