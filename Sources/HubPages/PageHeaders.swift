import Foundation
import HubWire

/// What every page tells the browser to allow: next to nothing.
enum PageHeaders {
    static func all(isSealed: Bool) -> [String: String] {
        var fields = [
            "content-security-policy": policy(style: "'self'"),
            "cache-control": "no-store",
            "referrer-policy": "no-referrer",
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
        ]
        if isSealed { fields["strict-transport-security"] = "max-age=31536000" }
        return fields
    }

    /// The policy of a page that holds its style within itself, as a bilan does.
    static func policy(ofStyleIn page: [UInt8]) -> String {
        let text = String(decoding: page, as: UTF8.self)
        guard let start = text.firstRange(of: "<style>"),
            let end = text.firstRange(of: "</style>")
        else { return policy(style: "'none'") }
        let style = Array(text[start.upperBound..<end.lowerBound].utf8)
        let hash = Data(ContentHash(of: style).bytes).base64EncodedString()
        return policy(style: "'sha256-\(hash)'")
    }

    private static func policy(style: String) -> String {
        "default-src 'none'; style-src \(style); form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'"
    }
}
