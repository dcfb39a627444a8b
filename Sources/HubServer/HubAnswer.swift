import Foundation
import HubWire

/// What the hub answers: the API's answers are then signed, pages are not.
package struct HubAnswer: Sendable {
    package var status: Int
    package var type: String
    package var bytes: [UInt8]
    package var fields: [String: String] = [:]

    package init(
        _ status: Int,
        _ type: String,
        _ bytes: [UInt8],
        _ fields: [String: String] = [:]
    ) {
        self.status = status
        self.type = type
        self.bytes = bytes
        self.fields = fields
    }

    init(_ status: Int, json value: some Encodable, _ fields: [String: String] = [:]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(status, "application/json", Array(try encoder.encode(value)), fields)
    }

    init(_ refusal: HubRefusal) {
        let detail = refusal.detail.map { ",\"detail\":\"\($0)\"" } ?? ""
        let text = "{\"code\":\"\(refusal.code.rawValue)\"\(detail)}"
        self.init(refusal.code.status, "application/json", Array(text.utf8))
    }
}
