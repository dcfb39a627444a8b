/// How a flat OpenDocument file begins.
enum FlatDocument: String {
    case spreadsheet
    case text

    /// The declaration and the opening tag, with the namespaces that we write.
    static func opening(_ kind: FlatDocument) -> [String] {
        let names = [
            "office", "style", "table", "text", "number:datastyle", "fo:xsl-fo-compatible",
        ].map(namespace)
        return [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<office:document \(names.joined(separator: " ")) office:version=\"1.3\" "
                + "office:mimetype=\"application/vnd.oasis.opendocument.\(kind.rawValue)\">",
        ]
    }

    private static func namespace(_ name: String) -> String {
        let parts = name.split(separator: ":")
        return "xmlns:\(parts[0])=\"urn:oasis:names:tc:opendocument:xmlns:"
            + "\(parts[parts.count - 1]):1.0\""
    }
}
