import GRDB

/// The functions by which names and phones are indexed and looked up: the same in every process.
enum SearchSQL {
    static let all = [fold, phoneKey]

    private static let fold = DatabaseFunction("fold", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(SearchKey.fold)
    }

    private static let phoneKey = DatabaseFunction("phone_key", argumentCount: 1, pure: true) {
        values in
        String.fromDatabaseValue(values[0]).map(SearchKey.phone)
    }
}
