import Records
import ReplicaStore
import Tenancy
import TestKit
import Testing

/// Notes, barriers and the next contact, on two laptops and over merges.
struct FileNoteTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    private func day(_ number: Int) throws -> CalendarDay {
        try #require(CalendarDay(year: 2026, month: 2, day: number))
    }

    @Test func `two laptops write a note each, and both stay, on merged files too`() throws {
        let people = try laptops.people(2, on: laptops.a)
        try laptops.exchange()
        try laptops.a.writeNote("Vue au marché.", of: people[0])
        try laptops.b.writeNote("Rappeler son fils.", of: people[1])
        try laptops.exchange()
        try laptops.a.merge(keep: people[0], merge: people[1])
        try laptops.exchange()
        for store in laptops.all {
            let notes = try store.file(of: people[0]).notes
            #expect(Set(notes.map(\.text)) == ["Vue au marché.", "Rappeler son fils."])
            #expect(Set(notes.map(\.writtenBy)) == ["Awa", "Benoît"])
            #expect(try store.inboxLines().isEmpty)
        }
    }

    @Test func `only its author corrects a note, and the file says when`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        let note = try laptops.a.writeNote("Vue au marché.", of: person)
        #expect(try laptops.a.file(of: person).notes[0].correctedAt == nil)
        try laptops.exchange()
        #expect(throws: TenancyError.self) { try laptops.b.correctNote(note, to: "Non.") }
        try laptops.go(to: 15)
        try laptops.a.correctNote(note, to: "Vue au marché couvert.")
        try laptops.exchange()
        let seen = try laptops.b.file(of: person).notes
        #expect(seen.map(\.text) == ["Vue au marché couvert."])
        #expect(seen[0].correctedAt.map(FrenchTime.text) == "2026-02-12 15:00")
    }

    @Test(arguments: [
        "", " \n\u{202E} ", "n° 2 80 01 59 350 123 45", String(repeating: "a", count: 8_001),
    ])
    func `nothing, a social security number and too much are refused`(_ text: String) throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        #expect(throws: TenancyError.self) { try laptops.a.writeNote(text, of: person) }
        #expect(try laptops.a.file(of: person).notes.isEmpty)
    }

    @Test func `marks of direction go, lines stay`() throws {
        #expect(try FreeText.read("\u{202E}a\u{2066}b\r\n\r\nc \u{0}d\n") == "ab\n\nc d")
    }

    @Test func `a contact is late from the day after, never on the day`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        try laptops.a.planContact(of: person, on: try day(12), reason: "CV")
        #expect(try laptops.a.dueContacts(on: try day(11)).isEmpty)
        let due = try laptops.a.dueContacts(on: try day(12))
        #expect(due.map(\.tenant) == [person])
        #expect(try !due[0].contact.isOverdue(on: day(12)))
        #expect(due[0].contact.isOverdue(on: try day(13)))
        try laptops.a.noteContact(of: person, on: try day(12))
        #expect(try laptops.a.dueContacts(on: try day(28)).isEmpty)
        #expect(try laptops.a.file(of: person).nextContact.contactedOn == day(12))
    }

    @Test func `of merged files the earlier day stands, and one call ends both`() throws {
        let people = try laptops.people(2, on: laptops.a)
        try laptops.a.planContact(of: people[0], on: try day(20), reason: "tard")
        try laptops.a.planContact(of: people[1], on: try day(12), reason: "tôt")
        try laptops.a.merge(keep: people[0], merge: people[1])
        #expect(try laptops.a.file(of: people[0]).nextContact.reason == "tôt")
        #expect(try laptops.a.dueContacts(on: try day(28)).count == 1)
        try laptops.a.noteContact(of: people[1], on: try day(12))
        #expect(try laptops.a.dueContacts(on: try day(28)).isEmpty)
    }

    @Test func `a reason stays with the day that it was written with`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        try laptops.a.planContact(of: person, on: try day(15), reason: "CV")
        try laptops.exchange()
        try laptops.a.planContact(of: person, on: try day(16), reason: "permis")
        try laptops.b.planContact(of: person, on: try day(17))
        try laptops.exchange()
        for store in laptops.all {
            let next = try store.file(of: person).nextContact
            let isLater = try next.day == day(17)
            #expect(next.reason == (isLater ? nil : "permis"))
            #expect(try store.inboxLines().map(\.conflict.field) == ["next_contact_on"])
        }
    }

    @Test func `a barrier noted again says its level anew; lifted, it may come back`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        try laptops.a.noteBarrier(.mobility, .light, of: person, on: try day(9))
        try laptops.a.noteBarrier(.mobility, .blocking, of: person, on: try day(10))
        #expect(try laptops.a.file(of: person).barriers.map(\.level) == [.blocking])
        try laptops.a.endBarrier(.mobility, of: person, on: try day(11))
        #expect(try laptops.a.file(of: person).barriers[0].endedOn == day(11))
        try laptops.a.noteBarrier(.mobility, .strong, of: person, on: try day(12))
        #expect(try laptops.a.file(of: person).barriers.map(\.endedOn) == [nil, day(11)])
    }
}
