import Records
import Sealing

/// Where a landlord's things lie at the hub.
package struct HubPath {
    package static let nonces = "/v1/nonces"
    private let stem: String

    package init(_ landlord: RecordID) { stem = "/v1/landlords/\(landlord)" }

    package func bundles(since position: UInt64) -> String {
        "\(stem)/bundles?since=\(position)"
    }

    package func bundle(_ hash: ContentHash) -> String { "\(stem)/bundles/\(hash)" }

    package var uploads: String { "\(stem)/uploads" }

    package func upload(_ hash: ContentHash) -> String { "\(stem)/uploads/\(hash)" }

    package var members: String { "\(stem)/members" }

    package var keys: String { "\(stem)/keys" }

    package func keys(of device: String) -> String { "\(stem)/keys/\(device)" }
}
