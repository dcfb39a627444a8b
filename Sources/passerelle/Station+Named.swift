import Custody
import Membership

extension Station {
    /// The device that somebody named by its number.
    init(named number: UInt64) throws {
        guard let station = Station(number: number) else {
            throw CustodyError(.notFound, "there is no poste \(number): see device list")
        }
        self = station
    }
}
