import Custody
import HostSystem
import Membership
import Records
import ReplicaStore
import Sealing

/// The keys of the laptops of the story: the first founds the landlord, the others join.
struct DemoKeys {
    private let environment: ReplicaEnvironment

    /// The story's clock, but real randomness: keys are none of what a seed repeats.
    init(_ clock: DemoClock) {
        environment = ReplicaEnvironment(
            clock: clock,
            entropy: SystemEntropy(),
            volume: HostVolume()
        )
    }

    /// Enrols so many laptops, whose stores lie in the folder.
    func enrol(
        _ partition: PartitionID,
        _ count: Int,
        in folder: String
    ) throws -> [DeviceCustody] {
        let typed = Passphrase.generate(from: environment.entropy)
        // The people are invented, and the keyrings with them: a guess may be cheap.
        let derivation = try KeyDerivation(log2Rounds: 15, parallelism: 1)
        let (first, _) = try DeviceCustody.found(
            in: folder + "/poste-1",
            partition,
            under: typed,
            costing: derivation,
            environment
        )
        var keys = [first]
        for number in 1..<count {
            let (custody, request) = try DeviceCustody.request(
                in: folder + "/poste-\(number + 1)",
                under: typed,
                costing: derivation,
                environment
            )
            let (invitation, _) = try first.invite(request, into: partition)
            _ = try custody.accept(invitation, code: invitation.code.description)
            keys.append(custody)
        }
        return keys
    }
}
