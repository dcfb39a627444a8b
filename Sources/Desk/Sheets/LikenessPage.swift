import Tenancy

/// The files that may be of somebody whose file was about to be made.
struct LikenessPage {
    struct Field {
        let name: String
        let value: String
    }

    let typedName: String
    let path: String
    let back: String
    let found: [FoundPerson]
    let key: String
    let fields: [Field]

    init(
        _ visit: DeskVisit,
        _ place: SheetPlace,
        _ form: NewcomerForm,
        _ found: [Tenant],
        key: String
    ) {
        typedName = Tenant.listName(
            last: form.typed[.lastName] ?? "",
            first: form.typed[.firstName] ?? ""
        )
        path = place.path(visit, "ajout")
        back = place.path(visit)
        self.found = found.map { FoundPerson($0, visit) }
        self.key = key
        fields = NewcomerForm.fields.compactMap { field in
            form.typed[field].map { Field(name: field.rawValue, value: $0) }
        }
    }
}
