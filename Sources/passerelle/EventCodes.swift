import ArgumentParser
import Tenancy

/// Reads the words and days that options take.
enum Codes {
    /// The words of a closed list, for the help.
    static func list<Code: CaseIterable & RawRepresentable<String>>(_ type: Code.Type) -> String {
        type.allCases.map(\.rawValue).joined(separator: ", ")
    }

    static func read<Code: CaseIterable & RawRepresentable<String>>(
        _ text: String,
        as option: String
    ) throws -> Code {
        guard let code = Code(rawValue: text) else {
            throw TenancyError(
                .badValue,
                "--\(option) takes one of: \(list(Code.self))"
            )
        }
        return code
    }

    static func day(_ text: String) throws -> CalendarDay {
        guard let day = CalendarDay(isoText: text) else {
            throw TenancyError(.badValue, "‘\(text.prefix(20))’ is no day: write YYYY-MM-DD")
        }
        return day
    }

    /// A day that was given, or today.
    static func day(_ text: String?, _ store: LandlordStore) throws -> CalendarDay {
        if let text { return try day(text) }
        return try store.currentDay()
    }
}

/// A row that was written, and what to say of it.
struct Done: Report {
    let id: String
    let text: String

    enum CodingKeys: CodingKey {
        case id
    }
}
