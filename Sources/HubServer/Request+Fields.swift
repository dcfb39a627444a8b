import HTTPTypes
import Hummingbird

extension Request {
    /// A header field that stands once; nil where it is missing or stands twice.
    package func field(_ name: String) -> String? {
        guard let name = HTTPField.Name(name) else { return nil }
        let values = headers[values: name]
        return values.count == 1 ? values[0] : nil
    }

    /// The path and query as they were sent.
    package var target: String { head.path ?? "" }

    /// The path, without the query.
    package var bare: Substring { target.prefix { $0 != "?" } }

    /// The query, as it was sent.
    package var query: Substring { target.drop { $0 != "?" }.dropFirst() }
}
