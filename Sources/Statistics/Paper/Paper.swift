/// A short document in French, written as a page or as an OpenDocument text: titles, words, tables.
package struct Paper: Sendable {
    struct Section: Sendable {
        let title: String
        var blocks: [Block]
    }

    enum Block: Sendable {
        case paragraph(String)
        case list([String])
        /// What only a person can write: the hint stands where the text goes.
        case blank(String)
        case table(caption: String, head: [String], rows: [[String]])
    }

    let kicker: String
    let title: String
    let dates: String
    var sections: [Section]

    /// A form in which a paper is written.
    package enum Format: String, CaseIterable, Sendable {
        case html
        case fodt
    }

    package func render(_ format: Format) -> [UInt8] {
        switch format {
        case .html: Array(PaperHTML.render(self).utf8)
        case .fodt: Array(PaperText.render(self).utf8)
        }
    }
}
