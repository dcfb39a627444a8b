// swift-format-ignore-file
// Data, not code: see SOURCES.md beside this file.

/// The EPCI of Hauts-de-France in 2026.
enum EpcisText {
    static let csv = #"""
siren;nom;nature
200018083;CC de Desvres-Samer;CC
200030633;CA du Caudrésis et du Catésis;CA
200033579;CU d'Arras;CU
200035442;CC du Sud Artois;CC
200037059;CC de la Haute Somme (Combles - Péronne - Roisel);CC
200040426;CC du Val de l'Oise;CC
200040947;CA Coeur de Flandre;CA
200040954;CC des Hauts de Flandre;CC
200041960;CC Pévèle-Carembault;CC
200042190;CA de la Porte du Hainaut;CA
200043263;CC Coeur de l'Avesnois;CC
200043321;CC du Pays de Mormal;CC
200043396;CA Maubeuge Val de Sambre;CA
200043404;CC du Sud Avesnois;CC
200043495;CA du Pays de Laon;CA
200044030;CC des 7 Vallées;CC
200044048;CC Osartis Marquion;CC
200044618;CA Douaisis Agglo;CA
200066975;CC Senlis Sud Oise;CC
200067965;CA de la Région de Compiègne et de la Basse Automne;CA
200067973;CC Thelloise;CC
200067999;CA du Beauvaisis;CA
200068005;CC de l'Oise Picarde;CC
200068047;CA Creil Sud Oise;CA
200068500;CA de Cambrai;CA
200069029;CA des Deux Baies en Montreuillois;CA
200069037;CA du Pays de Saint-Omer;CA
200069235;CC du Haut Pays du Montreuillois;CC
200069482;CC des Campagnes de l'Artois;CC
200069672;CC du Ternois;CC
200069722;CC Interrégionale Aumale - Blangy-sur-Bresle;CC
200070928;CC Terre de Picardie;CC
200070936;CC Ponthieu-Marquenterre;CC
200070944;CC du Vimeu;CC
200070951;CC du Territoire Nord Picardie;CC
200070969;CC Avre Luce Noye;CC
200070977;CC du Grand Roye;CC
200070985;CC de l'Est de la Somme;CC
200070993;CA de la Baie de Somme;CA
200071181;CC Somme Sud-Ouest;CC
200071223;CC Nièvre et Somme;CC
200071769;CC Picardie des Châteaux;CC
200071785;CA Chauny Tergnier La Fère;CA
200071892;CA du Saint-Quentinois;CA
200071983;CC Thiérache Sambre et Oise;CC
200071991;CC Retz en Valois;CC
200072031;CA de la Région de Château-Thierry;CA
200072460;CA de Béthune-Bruay, Artois-Lys Romane;CA
200072478;CC Pays d'Opale;CC
200090751;CA Grand Calais Terres et Mers;CA
200093201;Métropole Européenne de Lille;METRO
240200444;CC de la Thiérache du Centre;CC
240200469;CC du Pays de la Serre;CC
240200477;CA GrandSoissons Agglomération;CA
240200493;CC du Pays du Vermandois;CC
240200501;CC du Val de l'Aisne;CC
240200519;CC du Canton d'Oulchy-le-Château;CC
240200576;CC de la Champagne Picarde;CC
240200584;CC du Canton de Charly-sur-Marne;CC
240200592;CC du Chemin des Dames;CC
240200600;CC des Trois Rivières;CC
240200634;CC des Portes de la Thiérache;CC
245900428;CU de Dunkerque;CU
245900758;CC Flandre Lys;CC
245901038;CC du Pays Solesmois;CC
245901152;CA Coeur d'Ostrevent;CA
245901160;CA Valenciennes Métropole;CA
246000129;CC du Liancourtois;CC
246000376;CC du Clermontois;CC
246000566;CC du Plateau Picard;CC
246000582;CC des Sablons;CC
246000707;CC du Vexin-Thelle;CC
246000749;CC des Lisières de l'Oise;CC
246000756;CC du Pays Noyonnais;CC
246000764;CC de l'Aire Cantilienne;CC
246000772;CC des Deux Vallées;CC
246000848;CC de la Picardie Verte;CC
246000855;CC du Pays des Sources;CC
246000871;CC du Pays de Valois;CC
246000897;CC de la Plaine d'Estrées;CC
246000913;CC du Pays de Bray;CC
246000921;CC des Pays d'Oise et d'Halatte;CC
246200299;CA d'Hénin-Carvin;CA
246200364;CA de Lens - Liévin;CA
246200380;CC de la Terre des Deux Caps;CC
246200729;CA du Boulonnais;CA
246200844;CC de la Région d'Audruicq;CC
246201016;CC du Pays de Lumbres;CC
247600588;CC des Villes Soeurs;CC
248000499;CC du Val de Somme;CC
248000531;CA Amiens Métropole;CA
248000747;CC du Pays du Coquelicot;CC
"""#
}
