import Records
import Tenancy
import WebPages

extension DeskSite {
    /// Does what a form asks once, however often it is sent; its key tells one form from another.
    func once(_ visit: DeskVisit, _ make: () throws -> RecordID) throws {
        guard let key = visit.fields["cle"], !key.isEmpty else { throw DeskRefusal.form }
        guard sessions.session(visit.token)?.row(madeBy: key) == nil else { return }
        let id = try make()
        sessions.update(visit.token) { $0.note(id, madeBy: key) }
    }

    /// Does something and says that it is done, or why nothing was written.
    func tell(
        _ visit: DeskVisit,
        _ path: String,
        _ word: String,
        refusedAs refusal: String,
        _ act: () throws -> Void
    ) throws -> DeskAnswer {
        do {
            try act()
            return done(visit, path, visit.language.word(word))
        } catch let error as TenancyError where error.code == .badValue {
            return done(visit, path, visit.language.word(refusal), isWarning: true)
        } catch let error as TenancyError where error.code == .refused {
            return done(visit, path, visit.language.word("readOnly"), isWarning: true)
        }
    }

    /// Does what a form asks, once however often it is sent; nil of it, or a value that cannot be, is
    /// told and changes nothing.
    func once(
        _ visit: DeskVisit,
        _ path: String,
        refusal: String,
        told: String,
        _ work: () throws -> RecordID?,
        leadingTo place: (RecordID) -> String
    ) throws -> DeskAnswer {
        let key = visit.fields["cle"] ?? ""
        if let made = sessions.session(visit.token)?.row(madeBy: key) {
            return .redirect(place(made))
        }
        do {
            guard let id = try work() else {
                return done(visit, path, visit.language.word(refusal), isWarning: true)
            }
            if !key.isEmpty { sessions.update(visit.token) { $0.note(id, madeBy: key) } }
            return done(visit, place(id), visit.language.word(told))
        } catch let error as TenancyError where error.code == .badValue {
            return done(visit, path, visit.language.word(refusal), isWarning: true)
        }
    }
}
