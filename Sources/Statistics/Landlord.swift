/// A landlord as the region names it: a legal person, hence public.
package struct Landlord: Sendable, Hashable {
    package let code: String
    package let name: String

    package init(code: String, name: String) throws(NameFailure) {
        self.code = try PublicName.code(code, of: .landlordCode)
        self.name = try PublicName.name(name, of: .landlordName)
    }
}
