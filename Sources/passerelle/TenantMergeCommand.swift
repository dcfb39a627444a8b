import ArgumentParser
import Tenancy

/// Merges two files of one person.
struct TenantMergeCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merge a file into another of the same person; it can be undone."
    )

    @OptionGroup var options: StoreOptions

    @Option(help: "The file to keep.")
    var keep: String

    @Option(
        parsing: .upToNextOption,
        help: "The fields whose values come from the merged file, such as phone."
    )
    var take: [String] = []

    @Flag(help: "Take every field that the kept file lacks, too.")
    var fill = false

    @Argument(help: "The file that is no longer used.")
    var merged: String

    func run(in store: LandlordStore) throws -> TenantAnswer {
        let kept = try store.resolve(keep, in: "tenant")
        let other = try store.resolve(merged, in: "tenant")
        var fields = Set(try take.map(Self.field))
        if fill {
            let (has, gives) = (try store.tenant(kept), try store.tenant(other))
            fields.formUnion(
                TenantField.allCases.filter { has[$0] == nil && gives[$0] != nil }
            )
        }
        return TenantAnswer(try store.merge(keep: kept, merge: other, taking: fields))
    }

    private static func field(_ name: String) throws -> TenantField {
        guard let field = TenantField(rawValue: name.replacing("-", with: "_")) else {
            let names = TenantField.allCases.map(\.rawValue).joined(separator: ", ")
            throw TenancyError(.badValue, "there is no field ‘\(name)’: the fields are \(names)")
        }
        return field
    }
}
