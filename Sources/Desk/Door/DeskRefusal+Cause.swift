import ReplicaStore
import Seams
import Tenancy

extension DeskRefusal {
    /// What a visitor is told of a failure of the floors below.
    init(_ error: any Error) {
        switch error {
        case let refusal as DeskRefusal: self = refusal
        case let error as ReplicaError where error.code == .diskFull: self = .diskFull
        case DiskFailure.full: self = .diskFull
        case let error as ReplicaError where error.code == .erased: self = .erased
        case let error as TenancyError where error.code == .erased: self = .erased
        case let error as TenancyError where error.code == .opposed: self = .opposed
        case let error as TenancyError where error.code == .notFound: self = .missing
        default: self = .failed
        }
    }
}
