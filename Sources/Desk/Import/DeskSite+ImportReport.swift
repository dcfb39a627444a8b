import Tenancy

extension DeskSite {
    /// What the import did.
    func importReport(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let report = imports[visit.token]?.report else { return .redirect("/fichiers") }
        let title = visit.language.word("reportTitle")
        let page = ImportReportPage(visit.language, report)
        return try self.page(.rapport, page, visit, title: title, section: "/fichiers")
    }

    /// The lines of which there is something to say, to have them mended in the landlord's software:
    /// numbers and reasons, and nobody's data.
    func importLines(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let report = imports[visit.token]?.report else { return .redirect("/fichiers") }
        let language = visit.language
        var lines = report.rejected.map { ($0.line, "lineRejected", language.text($0.reasons)) }
        lines += report.duplicatesInFile.map { ($0, "lineTwice", "") }
        lines += report.erased.map { ($0, "lineErased", "") }
        lines += report.warnings.flatMap { kind, places in
            places.map { ($0, "lineWarning", language.label(kind)) }
        }
        lines += report.toVerify.map { ($0, "lineToVerify", "") }
        lines.sort { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
        let head = ["csvLine", "csvWhat", "csvWhy"].map { language.word($0) }
        var bytes = CSVLine.mark + CSVLine.bytes(head)
        for (line, what, why) in lines {
            bytes += CSVLine.bytes([String(line), language.word(what), why])
        }
        return .download(bytes, "text/csv; charset=utf-8", as: "passerelle-rapport-import.csv")
    }
}
