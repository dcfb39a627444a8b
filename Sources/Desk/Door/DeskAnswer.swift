import Seams

/// What the desk answers.
package struct DeskAnswer: Sendable {
    package let status: Int
    package let type: String
    package let bytes: [UInt8]
    package var fields: [String: String]
    /// The body where it is too large for memory; `bytes` is then empty.
    package var file: (any Spool)?

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

    /// Another page to go to.
    static func redirect(_ path: String, _ fields: [String: String] = [:]) -> DeskAnswer {
        DeskAnswer(
            303,
            "text/plain; charset=utf-8",
            [],
            fields.merging(["location": path]) { $1 }
        )
    }
}
