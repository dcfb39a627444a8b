import Custody
import Membership
import ReplicaStore
import Sealing
import Tenancy

extension DeviceCustody {
    /// Refuses what only the administrator's device may do, before anything is made.
    func requireAdministrator() throws {
        guard try log().roster.administrator == device else {
            throw CustodyError(.notAdministrator, "only the administrator's device may do this")
        }
    }

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
