import Records
import Tenancy

/// Which laptops erased, without anybody's name.
struct CertificatePage {
    struct Line {
        let station: String
        let done: String
    }

    let path: String
    /// Whether it is read on the desk, with links around it.
    var isPage = true
    let number: String
    let what: String
    let dates: String
    let progress: String
    let isLate: Bool
    let lines: [Line]
    let revoked: String?

    init(_ visit: DeskVisit, _ certificate: ErasureCertificate, today: CalendarDay) {
        let (language, order) = (visit.language, certificate.order)
        path = "/droits/attestation/" + visit.handle(order.id, .order) + "/fichier"
        number = order.id.description
        what = language.count(order.people, "erasedPeople")
        dates = language.dates(of: order)
        progress = language.progress(of: certificate)
        isLate = certificate.isLate(on: today)
        lines = certificate.confirmations.map { confirmation in
            Line(
                station: confirmation.station,
                done: confirmation.doneAt.map(language.moment) ?? language.word("notYet")
            )
        }
        revoked =
            certificate.revoked.isEmpty
            ? nil
            : language.word(
                "certificateRevoked",
                ["postes": certificate.revoked.joined(separator: ", ")]
            )
    }

    var asFile: CertificatePage {
        var file = self
        file.isPage = false
        return file
    }
}
