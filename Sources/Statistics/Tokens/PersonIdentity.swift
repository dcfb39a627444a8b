/// Who somebody is for counting them once: folded surname and first name, day of birth.
///
/// It exists on the landlord's machine only, for as long as a token takes to make.
package struct PersonIdentity: CustomStringConvertible, CustomReflectable {
    let surname: String
    let firstName: String
    /// « 1984-02-29 ».
    let birthDate: String

    /// Nil where there is not enough to tell the person from another: no token is made then.
    package init?(surname: String, firstName: String, birthDate: String) {
        let surname = FoldedName.fold(surname)
        let firstName = FoldedName.fold(firstName)
        guard !surname.isEmpty, !firstName.isEmpty, Self.isDay(birthDate) else { return nil }
        self.surname = surname
        self.firstName = firstName
        self.birthDate = birthDate
    }

    private static func isDay(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 10 && bytes[4] == 0x2D && bytes[7] == 0x2D
            && bytes.enumerated().allSatisfy { index, byte in
                index == 4 || index == 7 || (0x30...0x39).contains(byte)
            }
    }

    package var description: String { "PersonIdentity" }

    package var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
