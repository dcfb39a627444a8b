extension TokenList {
    /// The one form of this list in bytes, padded so that its length tells little.
    package var canonicalBytes: [UInt8] {
        let bare = bytes(padding: 0)
        return bytes(padding: PaddedLength.padded(bare.count) - bare.count)
    }

    private func bytes(padding: Int) -> [UInt8] {
        let tokens = tokens.map { figure, tokens in
            (figure.rawValue, JSONValue.array(tokens.map(\.text).sorted().map(JSONValue.string)))
        }
        return JSONWriter.bytes(
            of: .object([
                "schema": .integer(Self.schema),
                "landlord": .string(landlord),
                "programme": .string(programme),
                "version": .integer(version),
                "period": .string(period),
                "tokens": .object(Dictionary(uniqueKeysWithValues: tokens)),
                "untold": .object(
                    Dictionary(
                        uniqueKeysWithValues: untold.map { ($0.rawValue, .integer($1)) }
                    )
                ),
                "padding": .string(String(repeating: "0", count: padding)),
            ])
        )
    }

    /// Reads a list strictly; nil for anything but the one form.
    package init?(bytes: [UInt8]) {
        guard bytes.count <= Self.largestSize, let value = try? JSONReader.value(of: bytes),
            case .object(let members) = value,
            case .string(let landlord) = members["landlord"],
            case .string(let programme) = members["programme"],
            case .integer(let version) = members["version"],
            case .string(let period) = members["period"],
            case .object(let tokens) = members["tokens"],
            case .object(let untold) = members["untold"]
        else { return nil }
        self.landlord = landlord
        self.programme = programme
        self.version = version
        self.period = period
        self.tokens = Self.read(tokens) { value in
            guard case .array(let items) = value else { return nil }
            return Set(
                items.compactMap {
                    if case .string(let text) = $0 { PersonToken(text: text) } else { nil }
                }
            )
        }
        self.untold = Self.read(untold) { if case .integer(let count) = $0 { count } else { nil } }
        guard canonicalBytes == bytes else { return nil }
    }

    private static func read<Content>(
        _ members: [String: JSONValue],
        _ content: (JSONValue) -> Content?
    ) -> [PersonToken.Figure: Content] {
        var read: [PersonToken.Figure: Content] = [:]
        for (code, value) in members {
            if let figure = PersonToken.Figure(rawValue: code) { read[figure] = content(value) }
        }
        return read
    }
}
