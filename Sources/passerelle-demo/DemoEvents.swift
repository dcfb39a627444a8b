import Records
import Statistics
import Tenancy

/// The two events of a landlord.
struct DemoEvents {
    let rdv: RecordID
    let rallye: RecordID

    init(_ store: LandlordStore, _ calendar: DemoCalendar) throws {
        var rdv = EventDraft(.rdvEmploi, "RDV de l’emploi", on: calendar.rdvDay)
        rdv.programme = calendar.programme.code
        rdv.place = "au pied de l’immeuble"
        self.rdv = try store.add(rdv)
        var rallye = EventDraft(.rallyeEmploi, "Rallye de l’emploi", on: calendar.rallyeDay)
        rallye.programme = calendar.programme.code
        rallye.stops = (1...4).map { EventDraft.StopDraft(host: "Entreprise exemple \($0)") }
        self.rallye = try store.add(rallye)
    }
}
