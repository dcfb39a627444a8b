import Records
import Tenancy

/// Orders to erase and who confirmed them, without anybody's name.
struct ErasureAnswer: Report {
    struct Device: Encodable {
        let station: String
        /// « 2026-02-10 09:05 », in France; nil where it has not confirmed yet.
        let doneAt: String?
    }

    struct Order: Encodable {
        let id: String
        let people: Int
        let cause: String
        let orderedAt: String
        let dueOn: String
        let confirmed: Int
        let devices: [Device]
        let revoked: [String]
        let late: Bool
    }

    let orders: [Order]

    init(_ certificates: [ErasureCertificate], on today: CalendarDay) {
        orders = certificates.map { certificate in
            Order(
                id: certificate.order.id.description,
                people: certificate.order.people,
                cause: certificate.order.cause.rawValue,
                orderedAt: FrenchTime.text(certificate.order.orderedAt),
                dueOn: certificate.order.dueOn.isoText,
                confirmed: certificate.confirmed,
                devices: certificate.confirmations.map {
                    Device(station: $0.station, doneAt: $0.doneAt.map(FrenchTime.text))
                },
                revoked: certificate.revoked,
                late: certificate.isLate(on: today)
            )
        }
    }

    var needsAttention: Bool { orders.contains(where: \.late) }

    var text: String {
        guard !orders.isEmpty else { return "No erasure was ordered." }
        return orders.map(Self.text).joined(separator: "\n")
    }

    private static func text(_ order: Order) -> String {
        let head =
            "\(order.id)  \(order.cause)  \(order.people) people  \(order.confirmed)/"
            + "\(order.devices.count) devices  due \(order.dueOn)" + (order.late ? "  LATE" : "")
        let devices = order.devices.map { "  \($0.station): \($0.doneAt ?? "not yet")" }
        let revoked = order.revoked.map { "  \($0): revoked, out of reach" }
        return ([head] + devices + revoked).joined(separator: "\n")
    }
}
