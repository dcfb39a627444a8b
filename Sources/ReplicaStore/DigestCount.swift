import Causality
import Foundation
import GRDB

/// Counts the digest of a whole store, where it could not be kept up.
struct DigestCount {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// The digest as it is kept, counted first where it has to be.
    func current() throws -> SetDigest {
        if let digest = context.progress.digest { return digest }
        let digest = try counted()
        context.progress.digest = digest
        return digest
    }

    /// The digest counted from every row that is not deleted.
    ///
    /// - Complexity: O(rows).
    func counted() throws -> SetDigest {
        var digest = SetDigest()
        for layout in context.layouts {
            try add("SELECT _clock FROM \(layout.table)", to: &digest)
        }
        try add("SELECT clock FROM passerelle_stranger", to: &digest)
        return digest
    }

    private func add(_ sql: String, to digest: inout SetDigest) throws {
        let clocks = try context.statement(database, sql)
        defer { clocks.reset() }
        while try clocks.step() { digest.add(try context.decode(clocks.bytes(0))) }
    }
}
