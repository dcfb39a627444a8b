/// Streets and residences that stand nowhere.
enum Places {
    static let streets = [
        "rue des Tilleuls", "rue du Moulin à vent", "rue de la Briqueterie", "rue des Houblons",
        "rue du Vieux Puits", "rue des Dentellières", "rue de l'Écluse", "rue du Beffroi",
        "rue des Peupliers", "rue de la Filature", "rue des Mouettes", "rue du Chemin vert",
        "allée des Hirondelles", "allée des Églantiers", "allée du Verger", "allée des Noisetiers",
        "allée des Fougères", "allée de la Houblonnière", "avenue des Coquelicots",
        "avenue du Grand Marais", "avenue des Érables", "avenue de la Sucrerie",
        "boulevard des Géants", "boulevard des Tisserands", "place du Marché couvert",
        "place de la Fontaine", "impasse du Lavoir", "impasse des Charrons", "cité du Terril",
        "cité des Bleuets", "résidence du Clos fleuri", "square des Cygnes", "square du Carillon",
        "chemin des Bœufs", "chemin du Halage", "quai des Mariniers", "cour des Verriers",
        "passage du Colporteur", "sentier des Garennes", "venelle des Orfèvres",
    ]

    static let residences = [
        "Les Acacias", "Les Aubépines", "Le Beau Séjour", "Les Bleuets", "Le Bois joli",
        "Les Bruyères", "Le Canal", "Les Cerisiers", "Le Champ de blé", "Les Charmilles",
        "Le Clos fleuri", "Les Coquelicots", "Les Cygnes", "L'Écluse", "Les Érables",
        "La Filature", "Les Glycines", "Le Grand Large", "Les Hirondelles", "Les Houblons",
        "Le Jardin d'hiver", "Les Lilas", "Le Marais", "Les Mésanges", "Les Noisetiers",
        "L'Orée", "Les Peupliers", "Le Pré vert", "La Sucrerie", "Les Tilleuls",
    ]
}
