import Causality
import GRDB
import Seams

/// One stay of a store in its file: a random token kept both in the store and in a small file beside
/// it, renewed with the first transaction after each opening.
///
/// A store put back alone holds a token that the file no longer names. The file names the token and
/// its successor before the transaction commits, and the successor alone after: whenever the power
/// goes, the two agree.
struct Incarnation {
    static let fileName = "incarnation"

    private let disk: any Disk
    private let entropy: any Entropy
    private let fingerprint: [UInt8]?
    /// The token that the store holds; empty where it holds none that counts.
    private var token: [UInt8] = []
    private var next: [UInt8]?
    private var isRenewed = false
    /// Whether the file names the token alone.
    private var isSettled = false
    private var markedCounter: UInt64 = 0
    private var isClosed = false

    init(disk: any Disk, entropy: any Entropy, fingerprint: [UInt8]?) {
        self.disk = disk
        self.entropy = entropy
        self.fingerprint = fingerprint
    }

    /// Goes on from where the store and the file agree.
    mutating func resume(_ token: [UInt8], _ marker: IncarnationMarker) {
        self.token = token
        markedCounter = marker.counter
        isSettled = marker.tokens == [token]
    }

    /// Names the coming token in the file, before the first transaction of this stay.
    mutating func announce(_ own: ReplicaID, _ counter: UInt64) throws(ReplicaError) {
        guard !isRenewed, next == nil else { return }
        let coming = entropy.bytes(IncarnationMarker.tokenLength)
        do throws(DiskFailure) {
            try write(token.isEmpty ? [coming] : [token, coming], own, counter)
        } catch {
            throw ReplicaError(unwritable: error)
        }
        isSettled = false
        next = coming
    }

    /// Puts the coming token into the store, inside the transaction.
    func store(in database: Database) throws {
        guard let next else { return }
        try database.execute(
            kept: """
                INSERT INTO passerelle_incarnation (one, token, fingerprint) VALUES (1, ?1, ?2)
                ON CONFLICT (one) DO UPDATE
                SET token = ?1, fingerprint = coalesce(?2, fingerprint)
                """,
            arguments: [next.data, fingerprint?.data]
        )
    }

    /// Takes note that the transaction has committed.
    mutating func confirm(_ own: ReplicaID, _ counter: UInt64) {
        if let next {
            token = next
            self.next = nil
            isRenewed = true
        }
        if !isSettled { settle(own, counter) }
    }

    /// Leaves in the file how far the replica came, once.
    mutating func close(_ own: ReplicaID, _ counter: UInt64) {
        guard !isClosed, isRenewed else { return }
        isClosed = true
        if !isSettled || counter != markedCounter { settle(own, counter) }
    }

    // What the transaction wrote is acknowledged whether or not this succeeds: the file still names
    // the token, and the next transaction tries again.
    private mutating func settle(_ own: ReplicaID, _ counter: UInt64) {
        isSettled = (try? write([token], own, counter)) != nil
        if isSettled { markedCounter = counter }
    }

    private func write(
        _ tokens: [[UInt8]],
        _ own: ReplicaID,
        _ counter: UInt64
    ) throws(DiskFailure) {
        let marker = IncarnationMarker(replica: own, counter: counter, tokens: tokens)
        try disk.write(marker.bytes, as: Self.fileName)
    }
}
