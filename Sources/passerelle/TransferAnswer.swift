import Records
import Tenancy

/// Transfers, without anybody's name.
struct TransferAnswer: Report {
    struct Line: Encodable {
        let id: String
        let tenant: String
        let landlord: String
        let state: String
        let consentedOn: String
        let fields: [String]
    }

    let transfers: [Line]

    init(_ transfers: [Transfer]) {
        self.transfers = transfers.map { transfer in
            Line(
                id: transfer.id.description,
                tenant: transfer.tenant.description,
                landlord: transfer.landlord,
                state: transfer.state.rawValue,
                consentedOn: transfer.consentedOn.isoText,
                fields: transfer.fields.sorted { $0.place < $1.place }.map(\.rawValue)
            )
        }
    }

    var text: String {
        guard !transfers.isEmpty else { return "No transfer." }
        return transfers.map { line in
            "\(line.id)  \(line.state)  \(line.landlord)  \(line.consentedOn)  tenant \(line.tenant)"
        }.joined(separator: "\n")
    }
}
