import ArgumentParser
import Tenancy

/// Lists presumed duplicates, or says that two files are of two persons.
struct TenantDuplicatesCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "List files that may be of one person.",
        discussion: "With --distinct, say of two files that they are of two persons. Exit code 3: "
            + "pairs are left to settle."
    )

    @OptionGroup var options: StoreOptions

    @Option(
        parsing: .upToNextOption,
        help: "Two files that are of two persons: the pair is not listed again."
    )
    var distinct: [String] = []

    @Option(help: "The most pairs to list.")
    var limit = 100

    func validate() throws {
        guard distinct.isEmpty || distinct.count == 2 else {
            throw ValidationError("--distinct takes two files, not \(distinct.count)")
        }
        guard (1...1_000_000).contains(limit) else {
            throw ValidationError("--limit takes 1 to 1000000, not \(limit)")
        }
    }

    func run(in store: LandlordStore) throws -> Answer {
        let files = try distinct.map { try store.resolve($0, in: "tenant") }
        if files.count == 2 { try store.dismissDuplicate(files[0], files[1]) }
        let pairs = try store.duplicates()
        return Answer(count: pairs.count, pairs: pairs.prefix(limit).map(Pair.init))
    }

    struct Pair: Encodable {
        struct Difference: Encodable {
            let field: String
            let first: String
            let second: String
        }

        let first: TenantAnswer
        let second: TenantAnswer
        let reasons: [String]
        let differences: [Difference]

        init(_ candidate: DuplicateCandidate) {
            first = TenantAnswer(candidate.first)
            second = TenantAnswer(candidate.second)
            reasons = candidate.reasons.map(\.rawValue)
            differences = candidate.differingFields.map { field in
                Difference(
                    field: field.rawValue,
                    first: candidate.first[field] ?? "",
                    second: candidate.second[field] ?? ""
                )
            }
        }

        var text: String {
            let lines = differences.map { "    \($0.field): \($0.first) / \($0.second)" }
            let title = "Perhaps one person (\(reasons.joined(separator: ", "))):"
            return ([title, "  " + first.line, "  " + second.line] + lines)
                .joined(separator: "\n")
        }
    }

    struct Answer: Report {
        let count: Int
        let pairs: [Pair]

        var needsAttention: Bool { count > 0 }

        var text: String {
            let more = pairs.count < count ? ["\(count - pairs.count) more: raise --limit."] : []
            let lines = ["\(count) pairs of files may be of one person."]
            return (lines + pairs.map(\.text) + more).joined(separator: "\n")
        }
    }
}
