import BundleFormat
import Causality
import Records

/// Refuses what the schema does not declare in a partition that others read: of a field that is not
/// declared here, nobody here can tell whether it is about a person.
struct DeclaredOnly {
    private let isAsked: Bool

    init(_ partition: PartitionKind) { isAsked = !partition.admits(.personal) }

    /// Checks a block of a collection, of which `layout` is nil where it is not declared.
    func check(_ block: DeltaBlock, _ layout: CollectionLayout?) throws(ReplicaError) {
        guard isAsked else { return }
        // The name of the collection is not told: it came with the bundle.
        guard let layout else { throw Self.refusal("a collection that is") }
        for entry in block.entries {
            try check(entry.fields.content.subtracting(layout.known).tags, layout)
        }
        for element in block.elements.joined() where layout.position(of: element.tag) == nil {
            try check([element.tag], layout)
        }
    }

    private func check(_ unknown: [UInt8], _ layout: CollectionLayout) throws(ReplicaError) {
        guard let tag = unknown.first else { return }
        throw Self.refusal("field \(tag) of ‘\(layout.name)’, which is")
    }

    private static func refusal(_ what: String) -> ReplicaError {
        ReplicaError(
            .unknownField,
            "the bundle holds \(what) not declared here, and this partition keeps nothing that "
                + "may be about a person: update the software"
        )
    }
}
