extension DeviceCustody {
    /// Keeps a statement that was sent, to look for it in releases.
    package func noteSent(_ bytes: [UInt8], of programme: String, version: Int) throws {
        try ledger.noteSent(bytes, programme, version: version)
    }

    /// The statements of a programme that this device sent, the oldest first.
    package func sentStatements(of programme: String) throws -> [[UInt8]] {
        try ledger.sentStatements(of: programme)
    }

    /// The last release of a programme that was looked at here; nil before the first.
    package func seenRelease(of programme: String) throws -> (number: Int, digest: String)? {
        try ledger.seenRelease(of: programme)
    }

    package func noteSeen(_ programme: String, number: Int, digest: String) throws {
        try ledger.noteSeen(programme, number: number, digest: digest)
    }
}
