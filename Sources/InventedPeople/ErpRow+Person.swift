extension ErpRow {
    /// What the ERP writes about a person; an empty field where there is nothing to write.
    package init(_ person: Person) {
        self.init()
        self[.erpRef] = person.erpRef
        self[.title] = person.title.short
        self[.lastName] = person.lastName
        self[.firstName] = person.firstName
        self[.birthName] = person.birthName ?? ""
        self[.birthDate] = person.birthDate.french
        self[.phone] = person.phone
        self[.email] = person.email ?? ""
        self[.address] = person.address
        self[.communeCode] = person.communeCode
        self[.communeName] = person.communeName
        self[.qpvCode] = person.qpvCode ?? ""
        self[.residence] = person.residence
        self[.leaseRef] = person.leaseRef
        self[.dwellingRef] = person.dwellingRef
    }
}
