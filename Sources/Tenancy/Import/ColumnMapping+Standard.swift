extension ColumnMapping {
    /// The headers that French landlords' software usually writes.
    package static let standard = ColumnMapping(
        headers: identityHeaders.merging(contactHeaders) { first, _ in first }
            .merging(dwellingHeaders) { first, _ in first }
    )

    private static let identityHeaders: [CanonicalField: [String]] = [
        .erpRef: [
            "Référence locataire", "Réf. locataire", "N° locataire", "Numéro locataire",
            "Code locataire", "Identifiant locataire", "Id locataire", "Matricule locataire",
            "Matricule", "Identifiant", "N° client", "Code client", "Référence client",
            "Réf. client", "Compte client", "Code tiers", "N° tiers", "Identifiant tiers",
            "N° occupant", "Code occupant", "N° personne", "Code personne", "Id personne",
            "Référence ERP", "Réf. ERP", "Id ERP", "ERP ref",
        ],
        .title: ["Civilité", "Civ.", "Titre", "Code civilité", "Libellé civilité", "Title"],
        .lastName: [
            "Nom", "Nom locataire", "Nom de famille", "Nom d'usage", "Nom usuel", "Nom marital",
            "Nom d'époux", "Nom d'épouse", "Nom occupant", "Nom titulaire", "Nomdefamille",
            "Nomdusage", "Last name",
        ],
        .birthName: [
            "Nom de naissance", "Nom de jeune fille", "Nom JF", "Nom patronymique", "Patronyme",
            "Nomdenaissance", "Nomdejeunefille", "Birth name",
        ],
        .firstName: [
            "Prénom", "Prénoms", "Prénom(s)", "Prénom locataire", "Prénom usuel", "Prénom 1",
            "1er prénom", "Premier prénom", "Prénom occupant", "Prénom titulaire", "First name",
        ],
        .birthDate: [
            "Date de naissance", "Date naiss.", "Date nais.", "Dt naissance", "Naissance", "Né le",
            "Née le", "Né(e) le", "DDN", "Dnaiss", "Datedenaissance",
            "Date de naissance locataire", "Date de naissance occupant", "Birth date",
        ],
    ]

    private static let contactHeaders: [CanonicalField: [String]] = [
        .phone: [
            "Téléphone", "Tél.", "Téléphone fixe", "Tél. fixe", "Fixe", "Téléphone domicile",
            "Tél. domicile", "N° téléphone", "N° tél.", "Téléphone 1", "Tél. 1", "Phone",
        ],
        .mobile: [
            "Mobile", "Portable", "Téléphone portable", "Tél. portable", "Téléphone mobile",
            "Tél. mobile", "N° portable", "N° mobile", "GSM", "Téléphone 2", "Tél. 2",
        ],
        .email: [
            "E-mail", "Mail", "Courriel", "Mél", "Adresse mail", "Adresse e-mail",
            "Adresse courriel", "Adresse électronique", "Adresse de messagerie",
        ],
        .extractedAt: [
            "Date d'extraction", "Date d'extract", "Extrait le", "Date d'export", "Date export",
            "Extracted at",
        ],
    ]

    private static let dwellingHeaders: [CanonicalField: [String]] = [
        .address: [
            "Adresse", "Adresse 1", "Adresse logement", "Adresse locataire", "Adresse complète",
            "Adresse ligne 1", "Voie", "Rue", "Libellé voie", "N° et voie", "Address",
        ],
        .postalCode: ["Code postal", "CP", "Code post.", "Postal code"],
        .communeCode: [
            "Code INSEE", "INSEE", "Code commune", "Code INSEE commune", "Code commune INSEE",
            "INSEE commune", "INSEE com", "Code géographique", "CODGEO", "DEPCOM", "COG",
            "Commune code",
        ],
        .communeName: [
            "Commune", "Ville", "Localité", "Nom commune", "Libellé commune", "Nom ville",
            "Commune name",
        ],
        .qpvCode: [
            "QPV", "Code QPV", "N° QPV", "QPV 2024", "Code QPV 2024", "Code QP",
            "Quartier prioritaire", "Code quartier prioritaire",
        ],
        .residence: [
            "Résidence", "Nom résidence", "Libellé résidence", "Groupe immobilier",
            "Ensemble immobilier", "Cité",
        ],
        .leaseRef: [
            "Bail", "N° bail", "Référence bail", "Réf. bail", "Code bail", "Contrat",
            "N° contrat", "Référence contrat", "Réf. contrat", "Code contrat", "Lease ref",
        ],
        .dwellingRef: [
            "Logement", "N° logement", "Référence logement", "Réf. logement", "Code logement",
            "Identifiant logement", "Id logement", "Lot", "N° lot", "UG", "Code UG", "N° UG",
            "Référence UG", "Code module", "Dwelling ref",
        ],
    ]
}
