import ArgumentParser
import Records
import Tenancy

/// Lists the merges, undone ones too.
struct TenantMergesCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "merges",
        abstract: "List the merges of files, undone ones too."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "One file, kept or merged; else all.")
    var tenant: String?

    func run(in store: LandlordStore) throws -> Answer {
        let id = try tenant.map { try store.resolve($0, in: "tenant") }
        return Answer(merges: try store.merges(of: id).map(Line.init))
    }

    struct Line: Encodable {
        let kept: String
        let merged: String
        /// Milliseconds since 1970.
        let mergedAt: Int64
        let mergedBy: String
        let undoneAt: Int64?
        let undoneBy: String?
        let replacedFields: [String]

        init(_ merge: TenantMerge) {
            kept = merge.kept.description
            merged = merge.merged.description
            mergedAt = merge.mergedAt
            mergedBy = merge.mergedBy
            undoneAt = merge.undoneAt
            undoneBy = merge.undoneBy
            replacedFields = merge.replaced.keys.map(\.rawValue).sorted()
        }

        var text: String {
            let undone = undoneBy.map { ", undone by \($0)" } ?? ""
            return "\(merged) into \(kept), by \(mergedBy)\(undone)"
        }
    }

    struct Answer: Report {
        let merges: [Line]

        var text: String {
            merges.isEmpty ? "No merge." : merges.map(\.text).joined(separator: "\n")
        }
    }
}
