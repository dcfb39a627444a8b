/// A programme and the landlords that it expects, as the operator types them.
package struct HubDeclaration: Codable, Hashable, Sendable {
    package struct Expected: Codable, Hashable, Sendable {
        package let code: String
        package let name: String

        package init(code: String, name: String) {
            (self.code, self.name) = (code, name)
        }
    }

    package let code: String
    package let name: String
    package let objective: Int?
    /// The first and the last day, as YYYY-MM-DD.
    package let start: String
    package let end: String
    package let landlords: [Expected]

    package init(
        code: String,
        name: String,
        objective: Int?,
        start: String,
        end: String,
        landlords: [Expected]
    ) {
        (self.code, self.name, self.objective) = (code, name, objective)
        (self.start, self.end, self.landlords) = (start, end, landlords)
    }
}
