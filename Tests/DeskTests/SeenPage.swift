import Desk
import Seams

/// A page as a browser shows it.
struct SeenPage {
    struct Row {
        let handle: String
        let kind: String
        let name: String
        let state: String
        /// What the one button of the row sends; nil where there is none.
        let button: String?
    }

    let status: Int
    let text: String
    let fields: [String: String]
    let path: String

    init(_ answer: DeskAnswer, at path: String) {
        status = answer.status
        let bytes = (try? answer.file?.bytes()) ?? answer.bytes
        text = String(decoding: bytes, as: UTF8.self)
        fields = answer.fields
        self.path = path
    }

    /// What its forms bear.
    var token: String {
        text.firstMatch(of: /name="jeton" value="([^"]*)"/).map { String($0.1) } ?? ""
    }

    var notice: String {
        text.firstMatch(of: /<p class="notice[^>]*>([^<]*)</).map { String($0.1) } ?? ""
    }

    var title: String { text.firstMatch(of: /<title>([^<]*)</).map { String($0.1) } ?? "" }

    /// Whom or what it is about.
    var firstHeading: String {
        text.firstMatch(of: /<h2 class="event">([^<]*)</).map { String($0.1) } ?? ""
    }

    /// The people on a list.
    var rows: [Row] {
        text.matches(
            of:
                /<li id="p-([^"]*)" class="([^"]*)"[^>]*><div class="who"><strong>([^<]*)<\/strong>.*?<span class="state">([^<]*)<\/span><\/div><div class="do">(?:<button name="pointer" value="([^"]*)")?/
        ).map {
            Row(
                handle: String($0.1),
                kind: String($0.2),
                name: String($0.3),
                state: String($0.4),
                button: $0.5.map(String.init)
            )
        }
    }

    func row(_ name: String) -> Row? { rows.first { $0.name.contains(name) } }

    /// Where the first link leads whose text begins so.
    func link(_ text: String) -> String? {
        self.text.matches(of: /<a [^>]*?href="([^"]*)"[^>]*>([^<]*)/)
            .first { $0.2.hasPrefix(text) }.map { String($0.1) }
    }

    /// What the first button of a name sends whose text begins so.
    func button(_ name: String, _ text: String) -> String? {
        self.text.matches(of: /<button [^>]*?name="([^"]*)" value="([^"]*)"[^>]*>([^<]*)/)
            .first { $0.1 == name && $0.3.hasPrefix(text) }.map { String($0.2) }
    }

    /// What a hidden field or another one holds.
    func value(_ name: String) -> String? {
        text.matches(of: /name="([^"]*)"[^>]*? value="([^"]*)"/).first { $0.1 == name }
            .map { String($0.2) }
    }

    /// The number or rate beside a word.
    func figure(_ label: String) -> String? {
        text.matches(of: /<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/).first { $0.1 == label }
            .map { String($0.2).replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }
    }
}
