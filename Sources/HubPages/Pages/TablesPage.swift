import Hub
import Region
import Statistics

/// One released table, and the releases that are out.
struct TablesPage {
    struct Choice {
        let code: String
        let name: String
        let chosen: Bool
    }

    struct Group {
        let name: String
        let choices: [Choice]
    }

    struct Row {
        let name: String
        let level: Int
        /// Those of a place whom no finer place of it shows.
        let isRest: Bool
        let total: String
        let counts: [String]
    }

    struct Publication {
        let number: Int
        let cutoff: String
        let landlords: Int
        let digest: String
        let signature: String
        let isBad: Bool
    }

    let programme: String
    let english: Bool
    let groups: [Group]
    let title: String
    /// When the table came out, with the landlords and the threshold behind it; nil where it never did.
    let source: String?
    let hasGroups: Bool
    let columns: [String]
    let rows: [Row]
    let link: String
    let hasReleases: Bool
    let releases: [Publication]

    init(_ asked: TableID, _ file: ReleaseFile?, _ visit: PageVisit, isSigned: ReleaseSignature) {
        let (language, labels) = (visit.language, visit.language.tables)
        programme = visit.programme.code
        english = language == .english
        groups = Axis.allCases.map { Self.choices($0, asked, labels) }
        title = "\(labels.variable(asked.variable)), \(labels.axis(asked.axis).lowercased())"
        let table = file?.page.deepest(asked)
        source = file.flatMap { file in table.map { Self.source($0, file, language) } }
        hasGroups = asked.variable != nil
        columns = (table?.groups ?? []).map(labels.group)
        rows = table.map { Self.rows($0, language) } ?? []
        link = PageRoute.path(ofRelease: programme)
        releases = Self.publications(file?.manifests ?? [], language, isSigned)
        hasReleases = file != nil
    }

    /// The latest first; one that no known key signed is vouched for by the next one, which names it.
    private static func publications(
        _ manifests: [ReleaseFile.SignedManifest],
        _ language: PageLanguage,
        _ isSigned: ReleaseSignature
    ) -> [Publication] {
        let next = manifests.dropFirst().map(\.manifest) + [nil]
        return zip(manifests, next).reversed().map { signed, next in
            let (manifest, isGood) = (signed.manifest, isSigned(signed))
            let isNamed = next?.follows(manifest) ?? false
            let word = isGood ? "signatureGood" : isNamed ? "signatureChained" : "signatureBad"
            return Publication(
                number: manifest.number,
                cutoff: language.day(manifest.cutoff),
                landlords: manifest.sources.count,
                digest: manifest.digest.text,
                signature: language.word(word),
                isBad: !isGood && !isNamed
            )
        }
    }

    private static func choices(_ axis: Axis, _ asked: TableID, _ labels: TableLabels) -> Group {
        let catalogue = Catalogue.current
        let tables = catalogue.tables.filter { $0.axis == axis }
        return Group(
            name: labels.axis(axis),
            choices: tables.map { table in
                let groups = catalogue.groups(of: table)
                let detail = table.variable == nil ? "" : " (\(groups.count))"
                return Choice(
                    code: table.code,
                    name: labels.variable(table.variable) + detail,
                    chosen: table == asked
                )
            }
        )
    }

    private static func source(
        _ table: PublishedTable,
        _ file: ReleaseFile,
        _ language: PageLanguage
    ) -> String {
        language.word("tableSource")
            .replacing("{release}", with: String(table.release))
            .replacing("{day}", with: language.day(table.cutoff))
            .replacing("{threshold}", with: String(file.policy.threshold))
            .replacing("{landlords}", with: String(file.policy.fewestLandlords))
    }

    /// The nodes from coarse to fine, each with those whom it is known to hold; beside finer ones, the
    /// rest of it.
    private static func rows(_ table: PublishedTable, _ language: PageLanguage) -> [Row] {
        let nodes = table.placement.nodes
        return nodes.keys.sorted().flatMap { path -> [Row] in
            guard let known = nodes[path] else { return [] }
            let name = language.place(path, on: table.table.axis)
            let row = Self.row(name, path.depth, known, language)
            guard let rest = table.placement.blocks[path], rest != known else { return [row] }
            let restName = language.word("restOf") + FrenchText.space + name
            return [row, Self.row(restName, path.depth + 1, rest, language, isRest: true)]
        }
    }

    private static func row(
        _ name: String,
        _ level: Int,
        _ tally: Tally,
        _ language: PageLanguage,
        isRest: Bool = false
    ) -> Row {
        Row(
            name: name,
            level: level,
            isRest: isRest,
            total: language.integer(tally.size),
            counts: tally.counts.map(language.integer)
        )
    }
}
