import HubStorage
import HubWire
import ReplicaStore
import Sealing
import Seams
import Statistics

extension HubOffice {
    /// What is wrong with anything that the hub holds, by file.
    func findings() async throws -> [String] {
        var findings: [String] = []
        for landlord in folder.landlords {
            guard let mailbox = folder.mailbox(of: landlord) else { continue }
            findings += try await mailbox.verify().map { "landlords/\(landlord).sqlite: \($0)" }
        }
        if !environment.volume.isAbsent(folder.path + "/" + HubStore.fileName) {
            let keys = try folder.keys().map(\.verifyingKey)
            findings += try store().findings(by: keys)
                .map { "\(HubStore.fileName): \($0)" }
        }
        let region = RegionDesk.folderName + "/" + Replica.fileName
        if !environment.volume.isAbsent(folder.path + "/" + region) {
            let desk = try openRegion()
            defer { try? desk.close() }
            findings += try desk.replica.verify().findings.map { "\(region): \($0.sentence)" }
        }
        return findings
    }
}
