import Custody
import Membership
import ReplicaStore
import Sealing
import Tenancy

extension DeviceCustody {
    /// Enrols a store on the same machine: its request and the answer need no road.
    func enrol(
        _ store: LandlordStore,
        _ folder: String,
        under typed: String
    ) throws -> StoreMaker.Made {
        let (asked, request) = try DeviceCustody.request(in: folder, under: typed, .host)
        defer { try? asked.close() }
        let (invitation, _) = try invite(request, into: store.replica.partition)
        let enrolment = try asked.accept(invitation, code: invitation.code.description)
        return StoreMaker.Made(store, folder, enrolment.log, asked.device)
    }
}
