import Foundation
import GRDB
import Records

extension RecordID {
    /// The identity as GRDB takes it.
    var data: Data { Data(bytes) }

    /// The identity in a column that holds one, nil where it holds none.
    init?(_ row: Row, _ column: String) {
        guard let data = row[column] as Data? else { return nil }
        self.init(bytes: data)
    }
}
