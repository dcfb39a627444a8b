/// Something that the import mended or left out in a row that it keeps.
///
/// It names the column, never what stood there.
package struct RowWarning: Hashable, Sendable {
    package let kind: Kind
    /// The header of the column, as the file writes it.
    package let column: String

    package init(_ kind: Kind, column: String) {
        self.kind = kind
        self.column = column
    }

    /// The closed list of what can be mended or left out.
    package enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
        case nirBlanked
        case communeZeroRestored
        case communeCodeToVerify
        case postalZeroRestored
        case postalCodeToVerify
        case phoneMangled
        case phoneInvalid
        case phoneZeroRestored
        case emailInvalid
        case titleUnknown
        case birthDateSerial
        case birthDateTwoDigitYear
        case extractDateInvalid
        case referenceMangled
        case qpvCodeInvalid
        case charactersLost
    }
}
