// swift-format-ignore-file
// Data, not code: see SOURCES.md beside this file.

/// The QPV of Hauts-de-France, generation 2024.
enum PriorityNeighbourhoodsText {
    static let csv = #"""
code;nom;departement;filiation
QN00201M;Europe;02;modifie_ou_fusion_scission
QN00202M;Faubourg D'Isle;02;modifie_ou_fusion_scission
QN00203M;Neuville;02;modifie_ou_fusion_scission
QN00204M;Vermandois;02;modifie_ou_fusion_scission
QN00205M;Champ Roland Et Bords De L'Oise;02;modifie_ou_fusion_scission
QN00206M;Gare Et Verrière;02;modifie_ou_fusion_scission
QN00207M;Quartier De L'Artilleur;02;modifie_ou_fusion_scission
QN00208M;Roosevelt Rebequet;02;modifie_ou_fusion_scission
QN00209M;Quartier De La Résidence;02;modifie_ou_fusion_scission
QN00210M;Montreuil;02;modifie_ou_fusion_scission
QN00211M;Champagne Moulin - Roux;02;modifie_ou_fusion_scission
QN00212M;Saint-Crépin Ouest;02;modifie_ou_fusion_scission
QN00213M;Presles;02;modifie_ou_fusion_scission
QN00214M;Chevreux;02;modifie_ou_fusion_scission
QN00215M;Route De Vivières;02;modifie_ou_fusion_scission
QN00216M;Blanchard;02;modifie_ou_fusion_scission
QN00217M;Vaucrises;02;modifie_ou_fusion_scission
QN05901M;Auby Centre;59;modifie_ou_fusion_scission
QN05902M;Asturies - Belleforières;59;modifie_ou_fusion_scission
QN05903M;Résidence Gayant;59;modifie_ou_fusion_scission
QN05904M;Flers En Escrebieux Pont De La Deûle - Dorignies;59;modifie_ou_fusion_scission
QN05905M;Frais Marais;59;modifie_ou_fusion_scission
QN05906M;Notre Dame - La Clochette - Le Bivouac;59;modifie_ou_fusion_scission
QN05907M;Faubourg De Béthune;59;modifie_ou_fusion_scission
QN05908M;Les Epis;59;modifie_ou_fusion_scission
QN05909M;Waziers Centre;59;modifie_ou_fusion_scission
QN05910M;Les Explorateurs - Place Du 8 Mai 1945 - Jean Jaurès - La Flamenne;59;modifie_ou_fusion_scission
QN05911M;Quartier Du Village;59;modifie_ou_fusion_scission
QN05912M;Bois Du Quesnoy;59;modifie_ou_fusion_scission
QN05913M;Centre Lambreçon;59;modifie_ou_fusion_scission
QN05914M;Long Prés - Prés Du Paradis;59;modifie_ou_fusion_scission
QN05915M;Pont De Pierre;59;modifie_ou_fusion_scission
QN05916M;Provinces françaises - La Joyeuse;59;modifie_ou_fusion_scission
QN05917M;L'Epinette;59;modifie_ou_fusion_scission
QN05918M;Quartier Intercommunal Sous-Le Bois Montplaisir Rue D'Hautmont;59;modifie_ou_fusion_scission
QN05919M;Louvroil centre;59;modifie_ou_fusion_scission
QN05920M;Verrerie - Square République;59;modifie_ou_fusion_scission
QN05921M;Zone Intercommunale Rives De L'Escaut;59;modifie_ou_fusion_scission
QN05922M;Cité Thiers - Cité Du Rivage - Brunehaut;59;modifie_ou_fusion_scission
QN05923M;Centre Ville - Le Jard;59;modifie_ou_fusion_scission
QN05924M;Chaussiette - Macou;59;modifie_ou_fusion_scission
QN05925M;Centre Ville;59;modifie_ou_fusion_scission
QN05926M;Le Trieu;59;modifie_ou_fusion_scission
QN05927M;Quatre Chasses Poudrière Faiencerie;59;modifie_ou_fusion_scission
QN05928M;Centre Ville;59;modifie_ou_fusion_scission
QN05929M;La Pépinière-De Gaulle;59;modifie_ou_fusion_scission
QN05930M;Dutemple Chasse Royale Saint Waast - La Sentinelle;59;modifie_ou_fusion_scission
QN05931M;Zone Intercommunale Faubourg De Cambrai - La Briquette;59;modifie_ou_fusion_scission
QN05932M;Cité Le Jard;59;modifie_ou_fusion_scission
QN05933M;La Solitude Hermitage;59;modifie_ou_fusion_scission
QN05934M;Quartier Prioritaire d'Aniche;59;modifie_ou_fusion_scission
QN05935M;Quartier Prioritaire D'Auberchicourt Et Ecaillon;59;modifie_ou_fusion_scission
QN05936M;Quartier Prioritaire De Masny;59;modifie_ou_fusion_scission
QN05937M;Quartier Prioritaire De Montigny En Ostrevent;59;modifie_ou_fusion_scission
QN05938M;Barrois;59;modifie_ou_fusion_scission
QN05939M;Lemay Sainte Marie;59;modifie_ou_fusion_scission
QN05940M;Quartier Prioritaire De Somain;59;modifie_ou_fusion_scission
QN05941I;Résidences Pasteur Et Foch;59;identique_2015
QN05942M;Centre Ville - Gambetta;59;modifie_ou_fusion_scission
QN05943M;Coeur D'Etoile;59;modifie_ou_fusion_scission
QN05944M;Fourmies;59;modifie_ou_fusion_scission
QN05945M;Cité Des Bois;59;modifie_ou_fusion_scission
QN05946M;Vieux Centre Ville Saint Géry;59;modifie_ou_fusion_scission
QN05947M;Quartier Saint Roch;59;modifie_ou_fusion_scission
QN05948M;Quartier Amérique;59;modifie_ou_fusion_scission
QN05949M;Résidence D'Esnes;59;modifie_ou_fusion_scission
QN05950M;Denain;59;modifie_ou_fusion_scission
QN05951M;Liberté Vieux Douchy;59;modifie_ou_fusion_scission
QN05952M;Schneider;59;modifie_ou_fusion_scission
QN05953M;Couture Savonnerie;59;modifie_ou_fusion_scission
QN05954M;Gambetta;59;modifie_ou_fusion_scission
QN05955M;Sabatier;59;modifie_ou_fusion_scission
QN05956M;Elnon;59;modifie_ou_fusion_scission
QN05957M;Collinière;59;modifie_ou_fusion_scission
QN05958M;Arenberg;59;modifie_ou_fusion_scission
QN05959M;Petit Steendam;59;modifie_ou_fusion_scission
QN05960M;Saint Pol Sur Mer Quartiers Ouest;59;modifie_ou_fusion_scission
QN05961M;Banc Vert - Ile Jeanty - Carré De La Vieille - Jeu De mail;59;modifie_ou_fusion_scission
QN05962M;Soubise - Basse Ville;59;modifie_ou_fusion_scission
QN05963M;Albeck - Europe - Moulin;59;modifie_ou_fusion_scission
QN05964M;Degroote;59;modifie_ou_fusion_scission
QN05965M;Pont de Bois-Hôtel de ville;59;modifie_ou_fusion_scission
QN05966M;Résidence-Poste-Triolo;59;modifie_ou_fusion_scission
QN05967M;Attargette - Chanzy;59;modifie_ou_fusion_scission
QN05968M;Bizet - Briqueterie;59;modifie_ou_fusion_scission
QN05969M;Quartier Intercommunal Hautchamps Longchamp - Lionderie - 3 Baudets;59;modifie_ou_fusion_scission
QN05970M;Pacot - Vandracq;59;modifie_ou_fusion_scission
QN05971M;Secteur Ouest;59;modifie_ou_fusion_scission
QN05972M;Secteur Sud;59;modifie_ou_fusion_scission
QN05973M;Secteur Nord Est;59;modifie_ou_fusion_scission
QN05974M;Secteur Nord;59;modifie_ou_fusion_scission
QN05975M;Les Oliveaux;59;modifie_ou_fusion_scission
QN05976M;Clémenceau-Kiener;59;modifie_ou_fusion_scission
QN05977M;La Briquetterie;59;modifie_ou_fusion_scission
QN05978M;Nouveau Mons - Les Sarts- Dombrowski;59;modifie_ou_fusion_scission
QN05979M;Comtesse De Ségur;59;modifie_ou_fusion_scission
QN05980M;Quartier Intercommunal Roubaix-Tourcoing - Blanc Seau - Croix Bas Saint Pierre - Wattrelos Nord;59;modifie_ou_fusion_scission
QN05981M;Nouveau Roubaix;59;modifie_ou_fusion_scission
QN05982M;La Mouchonnière;59;modifie_ou_fusion_scission
QN05983M;Phalempins;59;modifie_ou_fusion_scission
QN05984M;Virolois;59;modifie_ou_fusion_scission
QN05985M;La Bourgogne;59;modifie_ou_fusion_scission
QN05986M;Pont Rompu;59;modifie_ou_fusion_scission
QN05987M;Blanc Riez;59;modifie_ou_fusion_scission
QN05988M;Epidéme Villas Couteaux;59;modifie_ou_fusion_scission
QN05989M;Centralité De Beaulieu;59;modifie_ou_fusion_scission
QN05990N;Coeur de Ville;59;nouveau_2024
QN05991N;Le Parc;59;nouveau_2024
QN05992N;Bruay Centre - Pont de Bruay;59;nouveau_2024
QN05993N;Quartier prioritaire d'Aulnoye-Aymeries Multisites;59;nouveau_2024
QN05994I;Quartier prioritaire de Hornaing;59;identique_2015
QN06001M;Les Hauts de Creil;60;modifie_ou_fusion_scission
QN06002M;Les Martinets;60;modifie_ou_fusion_scission
QN06003I;Les Côteaux;60;identique_2015
QN06004M;Les Rochers - L'Obier;60;modifie_ou_fusion_scission
QN06005M;Bellevue - Belle Visée;60;modifie_ou_fusion_scission
QN06006I;Vivier Corax;60;identique_2015
QN06007M;Clos des Roses;60;modifie_ou_fusion_scission
QN06008I;La Victoire;60;identique_2015
QN06009I;Saint Jean;60;identique_2015
QN06010I;Saint Lucien;60;identique_2015
QN06011M;Argentine;60;modifie_ou_fusion_scission
QN06012I;Les Terriers;60;identique_2015
QN06013I;La Nacre - Saint Exupéry;60;identique_2015
QN06014M;Les Sables;60;modifie_ou_fusion_scission
QN06015I;Kennedy;60;identique_2015
QN06016M;Beauséjour;60;modifie_ou_fusion_scission
QN06017M;Mont Saint Siméon;60;modifie_ou_fusion_scission
QN06018N;Montupet;60;nouveau_2024
QN06019N;Jaurès - Gournay;60;nouveau_2024
QN06201M;Quartier Du Mieux-Etre;62;modifie_ou_fusion_scission
QN06202M;Camus;62;modifie_ou_fusion_scission
QN06203M;Plantigeons - Germinal - République;62;modifie_ou_fusion_scission
QN06204M;Centre Ville;62;modifie_ou_fusion_scission
QN06205M;Quartier Des Cité 5 - Cité De Marles - Cité Du Rond-Point;62;modifie_ou_fusion_scission
QN06206M;Quartier Rimbert;62;modifie_ou_fusion_scission
QN06207M;Quartier Du Regain;62;modifie_ou_fusion_scission
QN06208M;Quartier Du Mont Liébaut;62;modifie_ou_fusion_scission
QN06209M;Quartier 3 ilôts;62;modifie_ou_fusion_scission
QN06210M;Renaissance;62;modifie_ou_fusion_scission
QN06211M;Le Centre;62;modifie_ou_fusion_scission
QN06212M;Terrasses Basly;62;modifie_ou_fusion_scission
QN06213M;Quartier Coteau Du Stade Parc-Cité 34;62;modifie_ou_fusion_scission
QN06214M;Quartier Des Cités 6 Et 30;62;modifie_ou_fusion_scission
QN06215M;Quartier Provinces - Longues Trinques;62;modifie_ou_fusion_scission
QN06216M;Quartier Saint-Elie - Fosse 13;62;modifie_ou_fusion_scission
QN06217M;Le Haut D'Houdain;62;modifie_ou_fusion_scission
QN06218M;Terre-Noeve;62;modifie_ou_fusion_scission
QN06219M;République - Cité 4;62;modifie_ou_fusion_scission
QN06220M;Cité Des Brebis;62;modifie_ou_fusion_scission
QN06221M;Cité Du Transvaal - Centre;62;modifie_ou_fusion_scission
QN06222M;Cité 5 - Cité 11;62;modifie_ou_fusion_scission
QN06223M;Cité Bellevue;62;modifie_ou_fusion_scission
QN06224M;Cité 12-14;62;modifie_ou_fusion_scission
QN06225M;Grande Résidence;62;modifie_ou_fusion_scission
QN06226M;Cité 2;62;modifie_ou_fusion_scission
QN06227M;Sellier Cité 4;62;modifie_ou_fusion_scission
QN06228M;Calonne - Marichelles - Vent De Bise;62;modifie_ou_fusion_scission
QN06229M;Les Hauts De Liévin - Résidence Des Provinces - Cités 9-9bis;62;modifie_ou_fusion_scission
QN06230M;Blum - Salengro - 109;62;modifie_ou_fusion_scission
QN06231M;3 Cités;62;modifie_ou_fusion_scission
QN06232M;Cité 10;62;modifie_ou_fusion_scission
QN06233M;Les Blanches Laines Fosse 11 12 13;62;modifie_ou_fusion_scission
QN06234M;Quartier du 3/15;62;modifie_ou_fusion_scission
QN06235M;Cité Des Taberneaux;62;modifie_ou_fusion_scission
QN06236M;Saint-Exupéry - Léon Blum;62;modifie_ou_fusion_scission
QN06237M;Quai Du commerce - Saint Sépulcre;62;modifie_ou_fusion_scission
QN06238M;Du Village Au Moulin;62;modifie_ou_fusion_scission
QN06239M;Rotois - Saint Roch;62;modifie_ou_fusion_scission
QN06240M;Cornuault;62;modifie_ou_fusion_scission
QN06241M;Macé - Darcy;62;modifie_ou_fusion_scission
QN06242M;Ponchelet - Kennedy;62;modifie_ou_fusion_scission
QN06243M;La Plaine Du 7;62;modifie_ou_fusion_scission
QN06244M;Zac Des Deux Villes;62;modifie_ou_fusion_scission
QN06245M;Quartier Du Maroc - La Canche;62;modifie_ou_fusion_scission
QN06246M;Nouméa;62;modifie_ou_fusion_scission
QN06247M;Languedoc - Cité 10;62;modifie_ou_fusion_scission
QN06248M;Quartier De La Haute Voie;62;modifie_ou_fusion_scission
QN06249M;Damrémont;62;modifie_ou_fusion_scission
QN06250M;Centre Ville;62;modifie_ou_fusion_scission
QN06251M;Chemin Vert - Beaurepaire - Malborough;62;modifie_ou_fusion_scission
QN06252M;Des résidences Sud du Boulonnais;62;modifie_ou_fusion_scission
QN06253M;Fort Nieulay - Cailloux - Saint-Pierre;62;modifie_ou_fusion_scission
QN06254M;Beau Marais;62;modifie_ou_fusion_scission
QN06255M;Ville Centre;62;modifie_ou_fusion_scission
QN06256M;Centre Historique;62;modifie_ou_fusion_scission
QN06257M;Quartier De La Renaissance;62;modifie_ou_fusion_scission
QN06258M;Quatre As;62;modifie_ou_fusion_scission
QN06259M;Quartier Bonnettes - Saint Pol - Baudimont;62;modifie_ou_fusion_scission
QN06260M;Quartier Blancs Monts - Hochettes;62;modifie_ou_fusion_scission
QN06261M;Saint Michel Goudemand;62;modifie_ou_fusion_scission
QN06262M;Cheminots Jean Jaurès Moulin Hacart;62;modifie_ou_fusion_scission
QN06263M;Quartier Chanteclair - Cévennes;62;modifie_ou_fusion_scission
QN06264N;Les Vérotières;62;nouveau_2024
QN08001M;Etouvie;80;modifie_ou_fusion_scission
QN08002M;Pierre Rollin;80;modifie_ou_fusion_scission
QN08003M;Amiens Nord;80;modifie_ou_fusion_scission
QN08004M;Marcel Paul - Salamandre;80;modifie_ou_fusion_scission
QN08005M;Condorcet - Philéas Lebesgue;80;modifie_ou_fusion_scission
QN08006M;Les Parcheminiers;80;modifie_ou_fusion_scission
QN08007M;Soleil Levant - Bouleaux - Platanes;80;modifie_ou_fusion_scission
QN08008M;Espérance - Provinces - Lopofa - Québec;80;modifie_ou_fusion_scission
QN08009M;Les Argillières;80;modifie_ou_fusion_scission
QN08010N;Elbeuf-Lescouvé;80;nouveau_2024
"""#
}
