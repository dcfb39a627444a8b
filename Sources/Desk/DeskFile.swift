import Crypto
import Foundation

/// The style and the script, each under a path that changes with it.
struct DeskFile: Sendable {
    let path: String
    let type: String
    let bytes: [UInt8]

    static let style = DeskFile("css", "text/css; charset=utf-8", PackageResources.style_css)
    static let script = DeskFile(
        "js",
        "text/javascript; charset=utf-8",
        PackageResources.desk_js
    )

    private init(_ suffix: String, _ type: String, _ bytes: [UInt8]) {
        let digest = Data(SHA256.hash(data: Data(bytes)).prefix(9)).base64URL
        path = "/desk-\(digest).\(suffix)"
        self.type = type
        self.bytes = bytes
    }

    var answer: DeskAnswer {
        DeskAnswer(200, type, bytes, ["cache-control": "private, max-age=31536000, immutable"])
    }
}
