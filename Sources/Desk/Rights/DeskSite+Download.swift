extension DeskSite {
    /// A document of its own, to keep or print.
    func download(
        _ template: DeskTemplate,
        _ model: Any,
        _ visit: DeskVisit,
        title: String,
        as name: String
    ) throws -> DeskAnswer {
        let main = try text(of: template, model, visit.language)
        let page = """
            <!DOCTYPE html>
            <html lang="\(visit.language.rawValue)"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>\(DownloadStyle.text)</style></head>
            <body><main><h1>\(title)</h1>
            \(main)
            </main></body></html>

            """
        return .download(Array(page.utf8), "text/html; charset=utf-8", as: name)
    }
}

extension DeskAnswer {
    /// A file that a browser keeps and does not show, under a name that tells nobody's.
    static func download(_ bytes: [UInt8], _ type: String, as name: String) -> DeskAnswer {
        DeskAnswer(
            200,
            type,
            bytes,
            ["content-disposition": "attachment; filename=\"\(name)\""]
        )
    }
}
