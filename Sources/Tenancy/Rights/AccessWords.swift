/// How an access file names collections and fields.
enum AccessWords {
    /// The sections that have a name of their own, in the order of the file.
    static let sections: [(name: String, title: String)] = [
        ("tenant", "Identité et coordonnées"), ("situation", "Situation déclarée"),
        ("identification", "Repérage"), ("barrier", "Freins"), ("consent", "Consentements"),
        ("follow_up", "Suivi"), ("note", "Notes"), ("registration", "Inscriptions"),
        ("attendance", "Présences"), ("referral", "Orientations vers des partenaires"),
        ("match", "Mises en relation"), ("volunteer", "Chantiers"), ("outcome", "Sorties"),
        ("transfer", "Transferts à un autre bailleur"),
        ("rights_request", "Demandes sur les données"),
        ("erp_conflict", "Écarts avec le fichier du bailleur"),
        ("tenant_merge", "Fiches fusionnées"),
        ("duplicate_decision", "Doublons examinés"), ("journal", "Journal"),
    ]

    /// The French name of a field, or its own name.
    static func field(_ name: String, of collection: String) -> String {
        if collection == "tenant", let field = TenantField(rawValue: name) { return field.libelle }
        return fields[name] ?? name.replacing("_", with: " ")
    }

    private static let fields = [
        "event": "action", "partner": "partenaire", "status": "état", "on_date": "jour",
        "known_answer": "connu d’une institution", "known_institutions": "institutions",
        "work_situation": "situation vis-à-vis de l’emploi", "programme": "programme",
        "channel": "moyen de repérage", "wishes_to_work": "souhaite travailler",
        "contacted_on": "contacté le", "registered_at": "inscrit le",
        "registered_by": "inscrit par",
        "mark": "présence", "checked_at": "noté le", "walk_in": "venu sans inscription",
        "stop": "étape", "theme": "thème", "sent_on": "envoyée le", "answered_on": "réponse le",
        "refusal_reason": "motif de refus", "honoured_on": "reçu le", "opportunity": "offre",
        "interview_on": "entretien le", "positioned_on": "positionné le", "worksite": "chantier",
        "agreed_on": "accord le", "agreed_by": "forme de l’accord", "withdrawn_on": "retiré le",
        "kind": "nature", "contract": "contrat", "verified_by": "vérifié par",
        "landlord": "bailleur", "state": "état", "consented_on": "consentement le", "mode": "forme",
        "fields": "champs", "noted_by": "noté par", "moved_at": "transféré le",
        "field": "champ", "erp_value": "valeur du fichier", "decided_by": "décidé par",
        "merged_at": "fusionnée le", "merged_by": "fusionnée par", "undone_at": "défaite le",
        "undone_by": "défaite par", "replaced": "valeurs remplacées", "received_on": "reçue le",
        "due_on": "à traiter avant le", "closed_on": "close le", "answer": "réponse",
        "at": "moment", "what": "fait", "by": "par", "counts": "comptes", "purpose": "finalité",
        "given_on": "donné le", "text": "texte", "written_at": "écrit le",
        "written_by": "écrit par",
        "noted_on": "noté le", "ended_on": "levé le", "level": "niveau", "referent": "référent",
        "next_contact_on": "prochain contact", "reason": "motif", "tenant": "fiche",
    ]
}
