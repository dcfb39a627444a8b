import Mustache
import WebPages

/// A template of the pages, by the name of its file.
package enum DeskTemplate: String, CaseIterable, Sendable {
    case cadre
    case ouverture
    case verrou
    case message
    case jour
    case actions
    case liste
    case ajout
    case ressemblances
    case personne
    case cloture
    case locataires
    case fiche
    case comparaison
    case atraiter
    case reglages
    case suivi
    case accords
    case orientations
    case orientation
    case partenaires
    case liaison
    case chantiers
    case chantier
    case offre
    case relation
    case postes
    case droits
    case demandes
    case effacement
    case conservation
    case attestation
    case acces
    case fichiers
    case colonnes
    case apercu
    case rapport

    /// Its text, as it was compiled in.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    private var bytes: [UInt8] {
        switch self {
        case .cadre: PackageResources.cadre_mustache
        case .ouverture: PackageResources.ouverture_mustache
        case .verrou: PackageResources.verrou_mustache
        case .message: PackageResources.message_mustache
        case .jour: PackageResources.jour_mustache
        case .actions: PackageResources.actions_mustache
        case .liste: PackageResources.liste_mustache
        case .ajout: PackageResources.ajout_mustache
        case .ressemblances: PackageResources.ressemblances_mustache
        case .personne: PackageResources.personne_mustache
        case .cloture: PackageResources.cloture_mustache
        case .locataires: PackageResources.locataires_mustache
        case .fiche: PackageResources.fiche_mustache
        case .comparaison: PackageResources.comparaison_mustache
        case .atraiter: PackageResources.atraiter_mustache
        case .reglages: PackageResources.reglages_mustache
        case .suivi: PackageResources.suivi_mustache
        case .accords: PackageResources.accords_mustache
        case .orientations: PackageResources.orientations_mustache
        case .orientation: PackageResources.orientation_mustache
        case .partenaires: PackageResources.partenaires_mustache
        case .liaison: PackageResources.liaison_mustache
        case .chantiers: PackageResources.chantiers_mustache
        case .chantier: PackageResources.chantier_mustache
        case .offre: PackageResources.offre_mustache
        case .relation: PackageResources.relation_mustache
        case .postes: PackageResources.postes_mustache
        case .droits: PackageResources.droits_mustache
        case .demandes: PackageResources.demandes_mustache
        case .effacement: PackageResources.effacement_mustache
        case .conservation: PackageResources.conservation_mustache
        case .attestation: PackageResources.attestation_mustache
        case .acces: PackageResources.acces_mustache
        case .fichiers: PackageResources.fichiers_mustache
        case .colonnes: PackageResources.colonnes_mustache
        case .apercu: PackageResources.apercu_mustache
        case .rapport: PackageResources.rapport_mustache
        }
    }

    /// All of them, read once.
    static func library() throws -> MustacheLibrary {
        try PageLibrary.make(
            Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.text) })
        )
    }
}
