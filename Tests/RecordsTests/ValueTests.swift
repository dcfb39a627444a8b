import Records
import Testing

/// Values compare by their bytes; identities have one text form.
struct ValueTests {
    @Test func `canonically equivalent texts are different values`() {
        #expect("Am\u{E9}lie" == "Ame\u{301}lie")
        #expect(Value.text("Am\u{E9}lie") != .text("Ame\u{301}lie"))
        #expect(Set([Value.text("\u{E9}"), .text("e\u{301}")]).count == 2)
    }

    @Test func `classes never mix`() {
        let values: [Value] = [.null, 0, "", .blob([]), "0"]
        for (left, a) in values.enumerated() {
            for (right, b) in values.enumerated() { #expect((a == b) == (left == right)) }
        }
        #expect(FieldType.text.admits(.null))
        #expect(!FieldType.text.admits(1))
        #expect(!FieldType.blob.admits("x"))
    }

    @Test func `an identity is read back from its text, and from nothing else`() throws {
        let id = RecordID(milliseconds: 1_770_710_400_000, random: Array(1...10))
        #expect(RecordID(id.description) == id)
        #expect(id.description.count == 36)
        #expect(id.description.hasPrefix("019c"))
        #expect(Array(id.description)[14] == "7")
        for bad in ["", "xyz", "0", id.description + "0", String(id.description.dropLast())] {
            #expect(RecordID(bad) == nil)
        }
    }

    @Test func `identities made later come later`() {
        let random = [UInt8](repeating: 255, count: 10)
        let early = RecordID(milliseconds: 1, random: random)
        let late = RecordID(milliseconds: 2, random: [UInt8](repeating: 0, count: 10))
        #expect(early < late)
    }
}
