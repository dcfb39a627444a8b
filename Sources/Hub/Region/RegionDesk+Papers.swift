import HubStorage
import Membership
import Region
import Sealing

extension RegionDesk {
    /// Puts before all landlords what holds: the policy, and by which keys each administrator is known.
    ///
    /// The hub signs the policy anew where its key has changed. An administrator's card stands in its
    /// landlord's log as its own device signed it.
    func publish(_ store: HubStore, _ folder: HubFolder) throws {
        var papers: [SignedPaper] = []
        if let policy = try store.policies().last {
            papers.append(SignedPaper(.policy, about: "", try policy.signedAnew(by: key).bytes))
        }
        for landlord in folder.landlords {
            guard let mailbox = folder.mailbox(of: landlord), let code = mailbox.code,
                let card = mailbox.administrator
            else { continue }
            papers.append(SignedPaper(.administrator, about: code, card.bytes))
        }
        try SignedPaper.put(papers, in: replica)
    }

    /// Leaves the region as it stands in every mailbox that has another one; in how many.
    func post(in folder: HubFolder, on day: Int) async throws -> Int {
        guard let snapshot = try snapshot() else { return 0 }
        var posted = 0
        for landlord in folder.landlords {
            guard let mailbox = folder.mailbox(of: landlord) else { continue }
            let isThere = try await mailbox.regionBundles().contains { bundle in
                try isCurrent(SealedBundle.Header(bundle.bytes))
            }
            guard !isThere else { continue }
            try await mailbox.post(snapshot, on: day)
            posted += 1
        }
        return posted
    }
}
