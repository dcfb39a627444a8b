/// A trade of the national list of occupations (ROME), « F1704 ».
package struct RomeFiche: Hashable, Sendable {
    package let code: String
    package let label: String
}
