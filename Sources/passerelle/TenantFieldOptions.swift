import ArgumentParser
import Tenancy

/// What is typed of a tenant, an option a field.
struct TenantFieldOptions: ParsableArguments {
    @Option(help: "The last name.")
    var lastName: String?

    @Option(help: "The first name.")
    var firstName: String?

    @Option(help: "The birth date, as dd/mm/yyyy.")
    var birthDate: String?

    @Option(help: "The telephone number.")
    var phone: String?

    @Option(help: "The e-mail address.")
    var email: String?

    @Option(help: "The title: M. or Mme.")
    var title: String?

    @Option(help: "The name at birth.")
    var birthName: String?

    @Option(help: "The reference in the landlord's ERP.")
    var erpRef: String?

    @Option(help: "The house and street.")
    var address: String?

    @Option(help: "The postal code.")
    var postalCode: String?

    @Option(help: "The INSEE code of the commune.")
    var communeCode: String?

    @Option(help: "The name of the commune.")
    var communeName: String?

    @Option(help: "The code of the priority neighbourhood (QPV), list of 2024; HORS: in none.")
    var qpvCode: String?

    @Option(help: "The code of the priority neighbourhood, list of 2015; HORS: in none.")
    var qpvCode2015: String?

    @Option(help: "The housing estate.")
    var residence: String?

    @Option(help: "The reference of the lease.")
    var leaseRef: String?

    @Option(help: "The reference of the dwelling.")
    var dwellingRef: String?

    /// What was typed, by field.
    var typed: [TenantField: String] {
        let all: [(TenantField, String?)] = [
            (.lastName, lastName), (.firstName, firstName), (.birthDate, birthDate),
            (.phone, phone), (.email, email), (.title, title), (.birthName, birthName),
            (.erpRef, erpRef), (.address, address), (.postalCode, postalCode),
            (.communeCode, communeCode), (.communeName, communeName), (.qpvCode, qpvCode),
            (.residence, residence), (.leaseRef, leaseRef), (.dwellingRef, dwellingRef),
            (.qpvCode2015, qpvCode2015),
        ]
        return Dictionary(
            uniqueKeysWithValues: all.compactMap { field, text in
                text.map { (field, $0) }
            }
        )
    }
}
