import Tenancy
import Testing

struct PhoneTextTests: ImportSuite {
    @Test(arguments: [
        "0612345678", "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78", "06/12/34/56/78",
        "+33612345678", "+33 6 12 34 56 78", "0033612345678", "33612345678",
        "+33 (0)6 12 34 56 78", "'0612345678",
    ])
    func `a French number has ten digits`(text: String) {
        #expect(PhoneText.read(text) == .number("0612345678"))
    }

    @Test func `nine digits get their zero back`() {
        #expect(PhoneText.read("612345678") == .zeroRestored("0612345678"))
        #expect(PhoneText.read("3 20 12 34 56") == .zeroRestored("0320123456"))
    }

    @Test func `another country keeps its code`() {
        #expect(PhoneText.read("+32 470 12 34 56") == .number("+32470123456"))
        #expect(PhoneText.read("0032470123456") == .number("+32470123456"))
        #expect(PhoneText.read("+590 690 12 34 56") == .number("+590690123456"))
    }

    @Test(arguments: ["6,12E+08", "6.12E+08", "6,12e+08", "6E+08", "3,36123E+10"])
    func `a number rounded by a spreadsheet is mangled`(text: String) {
        #expect(PhoneText.read(text) == .mangled)
    }

    @Test(arguments: [
        "", "0", "0000000000", "061234567", "06123456789", "06 12 34 56 78 (fille)", "néant",
        "+", "+0612345678", "++33612345678", "06+12345678", "+33 12", "+331234567890", "12345678",
        "0612345678 0712345678", "E+08", "+1234567890123456",
    ])
    func `what cannot be dialled is invalid`(text: String) {
        #expect(PhoneText.read(text) == .invalid)
    }
}
