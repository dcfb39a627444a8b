import GRDB

/// The index look-ups that one search stands for, the likeliest first.
package struct TenantSearch: Sendable {
    /// One look-up: each reads an index from the prefix to its end.
    package struct Lookup: Sendable {
        package let sql: String
        package let arguments: StatementArguments
    }

    /// The fewest digits that begin a telephone number.
    private static let fewestDigits = 4
    /// More words than a name has: the rest is left aside.
    private static let mostWords = 8

    package private(set) var lookups: [Lookup] = []

    /// Reads a query: a birth date, the start of a number or reference, or the start of names.
    package init(_ query: String, today: CalendarDay) {
        let text = CellText.cleanUnicode(Array(query.utf8), encoding: .utf8)
        if case .day(let day) = DateText.read(text, today: today) {
            add("birth_date = ?", [day.isoText], order: "birth_date")
            return
        }
        let digits = SearchKey.phone(text)
        if digits.utf8.count >= Self.fewestDigits, !text.contains(where: \.isLetter) {
            addPrefix("phone_key(phone)", digits)
        }
        if text.contains(where: \.isNumber) { addReference(text) }
        addNames(SearchKey.fold(text).split(separator: " ").prefix(Self.mostWords).map(String.init))
    }

    private mutating func addReference(_ text: String) {
        addPrefix("erp_ref", text)
        if text.uppercased() != text { addPrefix("erp_ref", text.uppercased()) }
    }

    /// The words may all be of one name, or the first of one and the rest of the other.
    private mutating func addNames(_ words: [String]) {
        guard !words.isEmpty else { return }
        let whole = words.joined(separator: " ")
        addPrefix("fold(last_name)", whole, order: "fold(last_name), fold(first_name)")
        for split in words.indices.dropFirst() {
            let head = words[..<split].joined(separator: " ")
            let tail = words[split...].joined(separator: " ")
            addBoth(last: head, first: tail)
            addBoth(last: tail, first: head)
        }
        addPrefix("fold(first_name)", whole)
    }

    // The plus keeps the other index out: the last name tells far fewer people apart than both.
    private mutating func addBoth(last: String, first: String) {
        add(
            """
            fold(last_name) >= ? AND fold(last_name) < ?
                AND +fold(first_name) >= ? AND +fold(first_name) < ?
            """,
            [last, Self.end(of: last), first, Self.end(of: first)],
            order: "fold(last_name), fold(first_name)"
        )
    }

    private mutating func addPrefix(_ expression: String, _ prefix: String, order: String? = nil) {
        add(
            "\(expression) >= ? AND \(expression) < ?",
            [prefix, Self.end(of: prefix)],
            order: order ?? expression
        )
    }

    private mutating func add(_ condition: String, _ arguments: [String], order: String) {
        lookups.append(
            Lookup(
                sql: "SELECT \(Tenant.columns) FROM tenant WHERE \(condition) ORDER BY \(order)",
                arguments: StatementArguments(arguments)
            )
        )
    }

    /// After every text that begins so: no text holds the last scalar of Unicode.
    private static func end(of prefix: String) -> String { prefix + "\u{10FFFF}" }
}
