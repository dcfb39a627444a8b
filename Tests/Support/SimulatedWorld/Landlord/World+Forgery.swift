import Records
import Sealing

extension World {
    /// A bundle as a neighbour, a stranger, or who steals a colleague's name would seal it; another
    /// file as it is.
    func forged(_ bytes: [UInt8], _ dice: Dice) throws -> [UInt8] {
        let entropy = StepEntropy(Dice(seed, 6))
        guard let landlord, let bundle = try? SealedBundle(bytes),
            let body = try? landlord.body(of: bundle)
        else { return bytes }
        var fields = bundle.header.fields
        let forgery = dice.below(3)
        if forgery < 2, let device = DeviceID(bytes: entropy.bytes(DeviceID.length)) {
            fields.device = device
        }
        if forgery == 0, let id = RecordID(bytes: entropy.bytes(16)),
            let partition = PartitionID(kind: .landlord, id: id, code: "B5")
        {
            fields.partition = partition
        }
        return try SealedBundle.seal(
            body,
            fields,
            to: [try landlord.kit.receiveKey().publicKey],
            signedBy: try SigningKey(from: entropy),
            entropy: entropy
        )
    }
}
