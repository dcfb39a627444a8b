import Crypto
import Foundation
import HubStorage
import HubWire
import ReplicaStore
import Sealing
import Seams
import Statistics

extension HubOffice {
    /// Reconciles a UTC day; a day that is done stays as it is, unless the operator asks for it again.
    ///
    /// The report is kept last: a night that was cut is not done, and the next run does what is missing.
    func reconcile(_ number: Int, _ drops: [String], again: Bool) async throws -> HubOutcome {
        guard let day = UTCDay(number: number) else { throw HubFailure.badDay(number) }
        let store = try store()
        let done = try store.night(of: number)
        if let done, !again {
            return .reconciled(try Self.read(done.report), isNew: false)
        }
        let key = try folder.key()
        let region = try openRegion()
        defer { try? region.close() }
        var report = NightReport(
            day: day.isoText,
            revision: (done?.revision ?? 0) + 1,
            hub: key.verifyingKey.bytes.hexadecimal,
            previous: try store.lastNight().map { ContentHash(of: $0.report).description }
        )
        let night = Night(day: day, folder: folder, store: store, region: region, key: key)
        try await night.run(over: try drops.map(disk), into: &report)
        let bytes = try Self.bytes(of: report)
        let signature = try key.sign(bytes, as: .hubReport)
        try store.keep(
            HubStore.SignedReport(
                day: number,
                revision: report.revision,
                report: bytes,
                signature: signature
            )
        )
        return .reconciled(report, isNew: true)
    }

    private func disk(at path: String) throws -> any Disk {
        guard !environment.volume.isAbsent(path) else { throw DiskFailure.noFolder(path: path) }
        return environment.volume.disk(at: path)
    }

    static func bytes(of report: NightReport) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(report)) + [0x0A]
    }

    package static func read(_ report: [UInt8]) throws -> NightReport {
        do {
            return try JSONDecoder().decode(NightReport.self, from: Data(report))
        } catch {
            throw HubFailure.unreadableRow(table: "night", key: "report")
        }
    }

    /// Whether a report bears the signature of a hub's key.
    package static func isSigned(_ night: HubStore.SignedReport, by key: VerifyingKey) -> Bool {
        key.accepts(night.signature, of: night.report, as: .hubReport)
    }
}
