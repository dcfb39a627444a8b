// swift-format-ignore-file
// Data, not code: see SOURCES.md beside this file.

/// The commune movements of Hauts-de-France since 2015.
enum CommuneMovementsText {
    static let csv = #"""
date;mod;type_avant;code_avant;nom_avant;type_apres;code_apres;nom_apres
2026-01-01;35;COMD;02077;Berzy-le-Sec;COM;02564;Bernoy-le-Château
2026-01-01;35;COMD;02564;Noyant-et-Aconin;COM;02564;Bernoy-le-Château
2026-01-01;10;COM;62486;Lambres;COM;62486;Lambres-lez-Aire
2025-12-31;35;COMD;60453;La Neuville-d'Aumont;COM;60196;La Drenne
2025-12-31;35;COMD;60532;Ressons-l'Abbaye;COM;60196;La Drenne
2025-01-01;32;COM;02311;Filain;COM;02589;Pargny-et-Filain
2025-01-01;32;COM;02589;Pargny-Filain;COM;02589;Pargny-et-Filain
2025-01-01;32;COM;59006;Amfroipret;COMD;59006;Amfroipret
2025-01-01;32;COM;59006;Amfroipret;COM;59006;L'Orée de Mormal
2025-01-01;32;COM;59070;Bermeries;COM;59006;L'Orée de Mormal
2025-01-01;32;COM;59070;Bermeries;COMD;59070;Bermeries
2025-01-01;32;COM;62447;Hesdin;COMD;62447;Hesdin
2025-01-01;32;COM;62447;Hesdin;COM;62447;Hesdin-la-Forêt
2025-01-01;32;COM;62461;Huby-Saint-Leu;COM;62447;Hesdin-la-Forêt
2025-01-01;32;COM;62461;Huby-Saint-Leu;COMD;62461;Huby-Saint-Leu
2025-01-01;32;COM;62549;Marconne;COM;62447;Hesdin-la-Forêt
2025-01-01;32;COM;62549;Marconne;COMD;62549;Marconne
2025-01-01;32;COM;62743;Sainte-Austreberthe;COM;62447;Hesdin-la-Forêt
2025-01-01;32;COM;62743;Sainte-Austreberthe;COMD;62743;Sainte-Austreberthe
2025-01-01;32;COM;80155;Bussus-Bussuel;COMD;80155;Bussus-Bussuel
2025-01-01;32;COM;80155;Bussus-Bussuel;COM;80155;Bussus-lès-Yaucourt
2025-01-01;34;COMA;80712;Saint-Pierre-à-Gouy;COM;80229;Crouy-Saint-Pierre
2025-01-01;32;COM;80830;Yaucourt-Bussus;COM;80155;Bussus-lès-Yaucourt
2025-01-01;32;COM;80830;Yaucourt-Bussus;COMD;80830;Yaucourt-Bussus
2024-01-01;21;COM;60054;Les Hauts-Talican;COM;60054;Beaumont-les-Nonains
2024-01-01;21;COMD;60054;Beaumont-les-Nonains;COM;60054;Beaumont-les-Nonains
2024-01-01;21;COM;60054;Les Hauts-Talican;COM;60694;Les Hauts-Talican
2023-01-01;32;COM;02077;Berzy-le-Sec;COMD;02077;Berzy-le-Sec
2023-01-01;32;COM;02077;Berzy-le-Sec;COM;02564;Bernoy-le-Château
2023-01-01;32;COM;02564;Noyant-et-Aconin;COM;02564;Bernoy-le-Château
2023-01-01;32;COM;02564;Noyant-et-Aconin;COMD;02564;Noyant-et-Aconin
2023-01-01;10;COM;62588;Montreuil;COM;62588;Montreuil-sur-Mer
2022-01-01;32;COM;02054;Bazoches-sur-Vesles;COMD;02054;Bazoches-sur-Vesles
2022-01-01;32;COM;02054;Bazoches-sur-Vesles;COM;02054;Bazoches-et-Saint-Thibaut
2022-01-01;32;COM;02695;Saint-Thibaut;COM;02054;Bazoches-et-Saint-Thibaut
2022-01-01;32;COM;02695;Saint-Thibaut;COMD;02695;Saint-Thibaut
2022-01-01;35;COMD;60018;Anserville;COM;60088;Bornel
2022-01-01;35;COMD;60246;Fosseuse;COM;60088;Bornel
2021-10-30;70;COMA;62482;Labuissière;COMD;62482;Labuissière
2020-07-01;35;COMD;62757;Saint-Martin-au-Laërt;COM;62757;Saint-Martin-lez-Tatinghem
2020-07-01;35;COMD;62807;Tatinghem;COM;62757;Saint-Martin-lez-Tatinghem
2020-06-02;35;COMD;62226;Clarques;COM;62691;Saint-Augustin
2020-06-02;35;COMD;62691;Rebecques;COM;62691;Saint-Augustin
2020-05-18;35;COMD;80209;Contoire;COM;80625;Trois-Rivières
2020-05-18;35;COMD;80419;Hargicourt;COM;80625;Trois-Rivières
2020-05-18;35;COMD;80625;Pierrepont-sur-Avre;COM;80625;Trois-Rivières
2020-03-15;35;COMD;60644;Trie-Château;COM;60644;Trie-Château
2020-03-15;35;COMD;60690;Villers-sur-Trie;COM;60644;Trie-Château
2020-03-12;35;COMD;60475;Ognon;COM;60682;Villers-Saint-Frambourg-Ognon
2020-03-12;35;COMD;60682;Villers-Saint-Frambourg;COM;60682;Villers-Saint-Frambourg-Ognon
2020-01-01;35;COMD;60029;Auneuil;COM;60029;Auneuil
2020-01-01;35;COMD;60649;Troussures;COM;60029;Auneuil
2019-01-01;32;COM;02018;Anizy-le-Château;COMD;02018;Anizy-le-Château
2019-01-01;32;COM;02018;Anizy-le-Château;COM;02018;Anizy-le-Grand
2019-01-01;32;COM;02153;Cessières;COMD;02153;Cessières
2019-01-01;32;COM;02153;Cessières;COM;02153;Cessières-Suzy
2019-01-01;32;COM;02301;Faucoucourt;COM;02018;Anizy-le-Grand
2019-01-01;32;COM;02301;Faucoucourt;COMD;02301;Faucoucourt
2019-01-01;32;COM;02360;Guignicourt;COM;02360;Villeneuve-sur-Aisne
2019-01-01;32;COM;02360;Guignicourt;COMD;02360;Guignicourt
2019-01-01;32;COM;02434;Lizy;COM;02018;Anizy-le-Grand
2019-01-01;32;COM;02434;Lizy;COMD;02434;Lizy
2019-01-01;32;COM;02475;Menneville;COM;02360;Villeneuve-sur-Aisne
2019-01-01;32;COM;02475;Menneville;COMD;02475;Menneville
2019-01-01;32;COM;02733;Suzy;COM;02153;Cessières-Suzy
2019-01-01;32;COM;02733;Suzy;COMD;02733;Suzy
2019-01-01;32;COM;60038;Bachivillers;COMD;60038;Bachivillers
2019-01-01;32;COM;60038;Bachivillers;COM;60256;Montchevreuil
2019-01-01;32;COM;60054;Beaumont-les-Nonains;COMD;60054;Beaumont-les-Nonains
2019-01-01;32;COM;60054;Beaumont-les-Nonains;COM;60054;Les Hauts-Talican
2019-01-01;32;COM;60080;Boissy-le-Bois;COMD;60080;Boissy-le-Bois
2019-01-01;32;COM;60080;Boissy-le-Bois;COM;60209;La Corne-en-Vexin
2019-01-01;32;COM;60096;Boutavent;COMD;60096;Boutavent
2019-01-01;32;COM;60096;Boutavent;COM;60245;Formerie
2019-01-01;32;COM;60209;Énencourt-le-Sec;COMD;60209;Énencourt-le-Sec
2019-01-01;32;COM;60209;Énencourt-le-Sec;COM;60209;La Corne-en-Vexin
2019-01-01;32;COM;60245;Formerie;COM;60245;Formerie
2019-01-01;32;COM;60245;Formerie;COMD;60245;Formerie
2019-01-01;32;COM;60256;Fresneaux-Montchevreuil;COM;60256;Montchevreuil
2019-01-01;32;COM;60256;Fresneaux-Montchevreuil;COMD;60256;Fresneaux-Montchevreuil
2019-01-01;32;COM;60300;Hardivillers-en-Vexin;COM;60209;La Corne-en-Vexin
2019-01-01;32;COM;60300;Hardivillers-en-Vexin;COMD;60300;Hardivillers-en-Vexin
2019-01-01;32;COM;60455;La Neuville-Garnier;COM;60054;Les Hauts-Talican
2019-01-01;32;COM;60455;La Neuville-Garnier;COMD;60455;La Neuville-Garnier
2019-01-01;32;COM;60475;Ognon;COMD;60475;Ognon
2019-01-01;32;COM;60475;Ognon;COM;60682;Villers-Saint-Frambourg-Ognon
2019-01-01;32;COM;60682;Villers-Saint-Frambourg;COMD;60682;Villers-Saint-Frambourg
2019-01-01;32;COM;60682;Villers-Saint-Frambourg;COM;60682;Villers-Saint-Frambourg-Ognon
2019-01-01;32;COM;60694;Villotran;COM;60054;Les Hauts-Talican
2019-01-01;32;COM;60694;Villotran;COMD;60694;Villotran
2019-01-01;32;COM;62154;Bonnières;COM;62154;Bonnières
2019-01-01;32;COM;62210;Canteleux;COM;62154;Bonnières
2019-01-01;32;COM;80175;Carnoy;COMD;80175;Carnoy
2019-01-01;32;COM;80175;Carnoy;COM;80505;Carnoy-Mametz
2019-01-01;32;COM;80209;Contoire;COMD;80209;Contoire
2019-01-01;32;COM;80209;Contoire;COM;80625;Trois-Rivières
2019-01-01;32;COM;80389;Grécourt;COM;80442;Hombleux
2019-01-01;32;COM;80419;Hargicourt;COMD;80419;Hargicourt
2019-01-01;32;COM;80419;Hargicourt;COM;80625;Trois-Rivières
2019-01-01;32;COM;80442;Hombleux;COM;80442;Hombleux
2019-01-01;32;COM;80485;Lœuilly;COM;80485;Ô-de-Selle
2019-01-01;32;COM;80485;Lœuilly;COMD;80485;Lœuilly
2019-01-01;32;COM;80505;Mametz;COM;80505;Carnoy-Mametz
2019-01-01;32;COM;80505;Mametz;COMD;80505;Mametz
2019-01-01;32;COM;80509;Marchélepot;COM;80509;Marchélepot-Misery
2019-01-01;32;COM;80509;Marchélepot;COMD;80509;Marchélepot
2019-01-01;32;COM;80551;Misery;COM;80509;Marchélepot-Misery
2019-01-01;32;COM;80551;Misery;COMD;80551;Misery
2019-01-01;32;COM;80594;Neuville-lès-Lœuilly;COM;80485;Ô-de-Selle
2019-01-01;32;COM;80594;Neuville-lès-Lœuilly;COMD;80594;Neuville-lès-Lœuilly
2019-01-01;32;COM;80625;Pierrepont-sur-Avre;COM;80625;Trois-Rivières
2019-01-01;32;COM;80625;Pierrepont-sur-Avre;COMD;80625;Pierrepont-sur-Avre
2019-01-01;32;COM;80761;Tilloy-lès-Conty;COM;80485;Ô-de-Selle
2019-01-01;32;COM;80761;Tilloy-lès-Conty;COMD;80761;Tilloy-lès-Conty
2018-11-08;10;COM;59004;Aix;COM;59004;Aix-en-Pévèle
2018-01-01;32;COM;60644;Trie-Château;COM;60644;Trie-Château
2018-01-01;32;COM;60644;Trie-Château;COMD;60644;Trie-Château
2018-01-01;32;COM;60690;Villers-sur-Trie;COM;60644;Trie-Château
2018-01-01;32;COM;60690;Villers-sur-Trie;COMD;60690;Villers-sur-Trie
2017-12-25;10;COM;02333;Fresnes;COM;02333;Fresnes-sous-Coucy
2017-02-10;10;COM;62671;Pronville;COM;62671;Pronville-en-Artois
2017-01-01;32;COM;60029;Auneuil;COM;60029;Auneuil
2017-01-01;32;COM;60029;Auneuil;COMD;60029;Auneuil
2017-01-01;32;COM;60196;Le Déluge;COM;60196;La Drenne
2017-01-01;32;COM;60196;Le Déluge;COMD;60196;Le Déluge
2017-01-01;35;COMD;60196;Le Déluge;COM;60196;La Drenne
2017-01-01;32;COM;60453;La Neuville-d'Aumont;COM;60196;La Drenne
2017-01-01;32;COM;60453;La Neuville-d'Aumont;COMD;60453;La Neuville-d'Aumont
2017-01-01;32;COM;60532;Ressons-l'Abbaye;COM;60196;La Drenne
2017-01-01;32;COM;60532;Ressons-l'Abbaye;COMD;60532;Ressons-l'Abbaye
2017-01-01;32;COM;60649;Troussures;COM;60029;Auneuil
2017-01-01;32;COM;60649;Troussures;COMD;60649;Troussures
2017-01-01;32;COM;62294;Enguinegatte;COMD;62294;Enguinegatte
2017-01-01;32;COM;62294;Enguinegatte;COM;62295;Enquin-lez-Guinegatte
2017-01-01;32;COM;62295;Enquin-les-Mines;COM;62295;Enquin-lez-Guinegatte
2017-01-01;32;COM;62295;Enquin-les-Mines;COMD;62295;Enquin-les-Mines
2017-01-01;32;COM;80295;Étinehem;COMD;80295;Étinehem
2017-01-01;32;COM;80295;Étinehem;COM;80295;Étinehem-Méricourt
2017-01-01;32;COM;80447;Hyencourt-le-Grand;COMD;80447;Hyencourt-le-Grand
2017-01-01;32;COM;80447;Hyencourt-le-Grand;COM;80621;Hypercourt
2017-01-01;32;COM;80532;Méricourt-sur-Somme;COM;80295;Étinehem-Méricourt
2017-01-01;32;COM;80532;Méricourt-sur-Somme;COMD;80532;Méricourt-sur-Somme
2017-01-01;32;COM;80608;Omiécourt;COMD;80608;Omiécourt
2017-01-01;32;COM;80608;Omiécourt;COM;80621;Hypercourt
2017-01-01;32;COM;80621;Pertain;COM;80621;Hypercourt
2017-01-01;32;COM;80621;Pertain;COMD;80621;Pertain
2016-12-31;41;COM;02344;Gernicourt;COM;51664;Gernicourt
2016-09-01;32;COM;62431;Herbelles;COMD;62431;Herbelles
2016-09-01;32;COM;62431;Herbelles;COM;62471;Bellinghem
2016-09-01;32;COM;62471;Inghem;COM;62471;Bellinghem
2016-09-01;32;COM;62471;Inghem;COMD;62471;Inghem
2016-01-01;32;COM;02026;Artonges;COMD;02026;Artonges
2016-01-01;32;COM;02026;Artonges;COM;02458;Dhuys et Morin-en-Brie
2016-01-01;32;COM;02053;Baulne-en-Brie;COM;02053;Vallées en Champagne
2016-01-01;32;COM;02053;Baulne-en-Brie;COMD;02053;Baulne-en-Brie
2016-01-01;32;COM;02147;La Celle-sous-Montmirail;COMD;02147;La Celle-sous-Montmirail
2016-01-01;32;COM;02147;La Celle-sous-Montmirail;COM;02458;Dhuys et Morin-en-Brie
2016-01-01;32;COM;02161;La Chapelle-Monthodon;COM;02053;Vallées en Champagne
2016-01-01;32;COM;02161;La Chapelle-Monthodon;COMD;02161;La Chapelle-Monthodon
2016-01-01;32;COM;02325;Fontenelle-en-Brie;COMD;02325;Fontenelle-en-Brie
2016-01-01;32;COM;02325;Fontenelle-en-Brie;COM;02458;Dhuys et Morin-en-Brie
2016-01-01;32;COM;02348;Glennes;COMD;02348;Glennes
2016-01-01;32;COM;02348;Glennes;COM;02439;Les Septvallons
2016-01-01;32;COM;02439;Longueval-Barbonval;COMD;02439;Longueval-Barbonval
2016-01-01;32;COM;02439;Longueval-Barbonval;COM;02439;Les Septvallons
2016-01-01;32;COM;02458;Marchais-en-Brie;COM;02458;Dhuys et Morin-en-Brie
2016-01-01;32;COM;02458;Marchais-en-Brie;COMD;02458;Marchais-en-Brie
2016-01-01;32;COM;02479;Merval;COM;02439;Les Septvallons
2016-01-01;32;COM;02479;Merval;COMD;02479;Merval
2016-01-01;32;COM;02597;Perles;COM;02439;Les Septvallons
2016-01-01;32;COM;02597;Perles;COMD;02597;Perles
2016-01-01;32;COM;02646;Révillon;COM;02439;Les Septvallons
2016-01-01;32;COM;02646;Révillon;COMD;02646;Révillon
2016-01-01;32;COM;02669;Saint-Agnan;COM;02053;Vallées en Champagne
2016-01-01;32;COM;02669;Saint-Agnan;COMD;02669;Saint-Agnan
2016-01-01;32;COM;02771;Vauxcéré;COM;02439;Les Septvallons
2016-01-01;32;COM;02771;Vauxcéré;COMD;02771;Vauxcéré
2016-01-01;32;COM;02811;Villers-en-Prayères;COM;02439;Les Septvallons
2016-01-01;32;COM;02811;Villers-en-Prayères;COMD;02811;Villers-en-Prayères
2016-01-01;32;COM;59154;Coudekerque-Village;COMD;59154;Coudekerque-Village
2016-01-01;32;COM;59154;Coudekerque-Village;COM;59588;Téteghem-Coudekerque-Village
2016-01-01;32;COM;59260;Ghyvelde;COMD;59260;Ghyvelde
2016-01-01;32;COM;59260;Ghyvelde;COM;59260;Ghyvelde
2016-01-01;32;COM;59404;Les Moëres;COM;59260;Ghyvelde
2016-01-01;32;COM;59404;Les Moëres;COMD;59404;Les Moëres
2016-01-01;32;COM;59588;Téteghem;COM;59588;Téteghem-Coudekerque-Village
2016-01-01;32;COM;59588;Téteghem;COMD;59588;Téteghem
2016-01-01;32;COM;60018;Anserville;COMD;60018;Anserville
2016-01-01;32;COM;60018;Anserville;COM;60088;Bornel
2016-01-01;32;COM;60088;Bornel;COM;60088;Bornel
2016-01-01;32;COM;60246;Fosseuse;COM;60088;Bornel
2016-01-01;32;COM;60246;Fosseuse;COMD;60246;Fosseuse
2016-01-01;32;COM;62226;Clarques;COMD;62226;Clarques
2016-01-01;32;COM;62226;Clarques;COM;62691;Saint-Augustin
2016-01-01;32;COM;62691;Rebecques;COMD;62691;Rebecques
2016-01-01;32;COM;62691;Rebecques;COM;62691;Saint-Augustin
2016-01-01;32;COM;62757;Saint-Martin-au-Laërt;COM;62757;Saint-Martin-lez-Tatinghem
2016-01-01;32;COM;62757;Saint-Martin-au-Laërt;COMD;62757;Saint-Martin-au-Laërt
2016-01-01;32;COM;62807;Tatinghem;COM;62757;Saint-Martin-lez-Tatinghem
2016-01-01;32;COM;62807;Tatinghem;COMD;62807;Tatinghem
2015-11-19;10;COM;59586;Templeuve;COM;59586;Templeuve-en-Pévèle
2015-04-01;34;COMA;60607;Sauqueuse-Saint-Lucien;COM;60668;Verderel-lès-Sauqueuse
2015-04-01;34;COM;60668;Verderel-lès-Sauqueuse;COM;60668;Verderel-lès-Sauqueuse
2015-01-01;32;COM;60417;Montherlant;COMD;60417;Montherlant
2015-01-01;32;COM;60417;Montherlant;COM;60570;Saint-Crépin-Ibouvillers
2015-01-01;32;COM;60570;Saint-Crépin-Ibouvillers;COM;60570;Saint-Crépin-Ibouvillers
2015-01-01;32;COM;60570;Saint-Crépin-Ibouvillers;COMD;60570;Saint-Crépin-Ibouvillers
"""#
}
